"""The process that computes something of ours over a text that nobody has read."""

from . import compare, extract


def run(job):
    task = job.receive()
    try:
        job.send({"result": FUNCTIONS[task["function"]](task["input"])})
    except Exception as error:
        job.send({"error": type(error).__name__, "message": str(error)[:1000]})


def _compare(given):
    return compare.passes(
        compare.read(given["output_py"]), compare.read(given["expected_py"]), given["atol"])


FUNCTIONS = {"code_extract": lambda given: extract.code_extract(given["text"]), "compare": _compare}
