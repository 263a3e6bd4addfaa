"""Values as JSON with their exact types. What is not plain stays where it is and is exported.

A value is plain if its type is exactly one of those below: a subclass may compare as it likes, so it never
crosses by value.
"""

import collections
import datetime
import decimal
import fractions

DEEPEST = 200
LARGEST = 1 << 62


class CannotCross(TypeError):
    """A value that has no plain form."""


def encode(value, export, depth=0):
    """The JSON form of a value; `export` gives that of what is not plain."""
    kind = type(value)
    if value is None or kind is bool or kind is str or kind is float:
        return value
    if kind is int:
        return value if -LARGEST < value < LARGEST else {"t": "int", "v": hex(value)}
    if depth > DEEPEST:
        raise CannotCross("a value is nested too deeply")
    if kind is list:
        return [encode(item, export, depth + 1) for item in value]
    known = ENCODERS.get(kind)
    if known is None:
        return export(value)
    name, form = known
    return {"t": name, "v": form(value, lambda item: encode(item, export, depth + 1))}


def decode(data, resolve):
    """The value of a JSON form; `resolve` gives that of what was exported."""
    kind = type(data)
    if kind is list:
        return [decode(item, resolve) for item in data]
    if kind is not dict:
        return data
    form = DECODERS.get(data["t"])
    if form is None:
        return resolve(data)
    return form(data["v"], lambda item: decode(item, resolve))


def _items(value, inner):
    return [inner(item) for item in value]


def _pairs(value, inner):
    return [[inner(key), inner(item)] for key, item in value.items()]


def _as_pairs(data, inner):
    return [(inner(key), inner(item)) for key, item in data]


def _date_time(value, inner):
    if value.tzinfo is not None:
        raise CannotCross("a time with a time zone cannot cross")
    return value.isoformat()


ENCODERS = {
    tuple: ("tuple", _items),
    set: ("set", _items),
    frozenset: ("frozenset", _items),
    dict: ("dict", _pairs),
    type({}.keys()): ("keys", _items),
    collections.Counter: ("Counter", _pairs),
    collections.OrderedDict: ("OrderedDict", _pairs),
    collections.defaultdict: ("defaultdict", _pairs),
    collections.deque: ("deque", lambda v, inner: [v.maxlen, _items(v, inner)]),
    bytes: ("bytes", lambda v, inner: v.hex()),
    bytearray: ("bytearray", lambda v, inner: v.hex()),
    complex: ("complex", lambda v, inner: [v.real, v.imag]),
    range: ("range", lambda v, inner: [inner(v.start), inner(v.stop), inner(v.step)]),
    fractions.Fraction: ("Fraction", lambda v, inner: [inner(v.numerator), inner(v.denominator)]),
    decimal.Decimal: ("Decimal", lambda v, inner: str(v)),
    datetime.date: ("date", lambda v, inner: v.isoformat()),
    datetime.datetime: ("datetime", _date_time),
    datetime.timedelta: ("timedelta", lambda v, inner: [v.days, v.seconds, v.microseconds]),
}

DECODERS = {
    "int": lambda v, inner: int(v, 16),
    "tuple": lambda v, inner: tuple(_items(v, inner)),
    "set": lambda v, inner: set(_items(v, inner)),
    "frozenset": lambda v, inner: frozenset(_items(v, inner)),
    "dict": lambda v, inner: dict(_as_pairs(v, inner)),
    "keys": lambda v, inner: dict.fromkeys(_items(v, inner)).keys(),
    "Counter": lambda v, inner: collections.Counter(dict(_as_pairs(v, inner))),
    "OrderedDict": lambda v, inner: collections.OrderedDict(_as_pairs(v, inner)),
    "defaultdict": lambda v, inner: collections.defaultdict(None, _as_pairs(v, inner)),
    "deque": lambda v, inner: collections.deque(_items(v[1], inner), v[0]),
    "bytes": lambda v, inner: bytes.fromhex(v),
    "bytearray": lambda v, inner: bytearray.fromhex(v),
    "complex": lambda v, inner: complex(*v),
    "range": lambda v, inner: range(*_items(v, inner)),
    "Fraction": lambda v, inner: fractions.Fraction(*_items(v, inner)),
    "Decimal": lambda v, inner: decimal.Decimal(v),
    "date": lambda v, inner: datetime.date.fromisoformat(v),
    "datetime": lambda v, inner: datetime.datetime.fromisoformat(v),
    "timedelta": lambda v, inner: datetime.timedelta(*v),
}
