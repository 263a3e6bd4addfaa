"""evalplus's comparison of an output with the expected one: equal, else close where that is for numbers."""

import math
import warnings

RELATIVE = 1e-07
FOR_FLOATS = 1e-06
NAMES = {"inf": math.inf, "set": set, "frozenset": frozenset, "float": float, "complex": complex}


def read(text):
    """The value of a Python expression without any names but those of numbers and sets. Each has its own nan:
    lists take a nan for equal to itself."""
    return eval(text, {"__builtins__": {}}, dict(NAMES, nan=float("nan")))


def passes(output, expected, tolerance):
    """Whether an output counts as the expected one."""
    warnings.simplefilter("ignore")
    exact = bool(output == expected)
    if tolerance == 0 and _all_floats(expected):
        tolerance = FOR_FLOATS
    if exact or tolerance == 0:
        return exact
    if type(output) is not type(expected):
        return False
    if isinstance(expected, (list, tuple)) and len(output) != len(expected):
        return False
    try:
        return all_close(output, expected, tolerance)
    except (TypeError, ValueError, OverflowError):
        return False


def _all_floats(value):
    if isinstance(value, (list, tuple)):
        return all(isinstance(each, float) for each in value)
    return isinstance(value, float)


def all_close(output, expected, tolerance):
    """numpy.allclose of numbers or nested sequences of numbers."""
    if isinstance(output, int) and isinstance(expected, int):
        return _close(output, expected, tolerance)
    a_shape, a = _array(output)
    b_shape, b = _array(expected)
    shape = _common(a_shape, b_shape)
    a, b = _spread(a, a_shape, shape), _spread(b, b_shape, shape)
    return all(_close(x, y, tolerance) for x, y in zip(a, b))


def _close(x, y, tolerance):
    x, y = (complex(x), complex(y)) if isinstance(x, complex) or isinstance(y, complex) else (x, float(y))
    if x == y:
        return True
    finite = math.isfinite(y.real) and math.isfinite(y.imag)
    return finite and abs(x - y) <= tolerance + RELATIVE * abs(y)


def _array(value):
    """Shape and items of what numpy makes an array of numbers of; TypeError for anything else."""
    if isinstance(value, (list, tuple)):
        parts = [_array(each) for each in value]
        shapes = {shape for shape, _ in parts}
        if len(shapes) > 1:
            raise ValueError("a ragged sequence")
        inner = shapes.pop() if shapes else ()
        return (len(value),) + inner, [each for _, items in parts for each in items]
    if not isinstance(value, (bool, int, float, complex)):
        raise TypeError("not a number")
    if isinstance(value, int) and not -(1 << 63) <= value < 1 << 64:
        raise TypeError("an integer that no array of numbers holds")
    return (), [value]


def _common(a, b):
    """The shape to which two are broadcast."""
    length = max(len(a), len(b))
    a, b = (1,) * (length - len(a)) + a, (1,) * (length - len(b)) + b
    if any(x != y and 1 not in (x, y) for x, y in zip(a, b)):
        raise ValueError("shapes do not fit")
    return tuple(y if x == 1 else x for x, y in zip(a, b))


def _spread(items, shape, wanted):
    if shape == wanted:
        return items
    shape = (1,) * (len(wanted) - len(shape)) + shape
    for axis in range(len(wanted)):
        if shape[axis] != wanted[axis]:
            inner = math.prod(shape[axis + 1:])
            items = [
                each
                for start in range(0, len(items), inner)
                for _ in range(wanted[axis])
                for each in items[start:start + inner]
            ]
            shape = shape[:axis] + (wanted[axis],) + shape[axis + 1:]
    return items
