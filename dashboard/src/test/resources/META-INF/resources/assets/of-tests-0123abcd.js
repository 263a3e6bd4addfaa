// An asset of the tests.
