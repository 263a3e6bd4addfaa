"""The Python half of Assay's sandbox: see slot.py for how the parts fit together."""
