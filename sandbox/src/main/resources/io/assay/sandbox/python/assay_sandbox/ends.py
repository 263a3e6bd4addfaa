"""The two ends of the channel between a program and its tests: calls go one way, values come back.

Either end may hold objects for the other, which then knows them by number. An answer to a request is
{"ok": value} or {"raise": error}; while one end waits for it, it serves requests of the other.
"""

import builtins
import types

from . import frames, values

LONGEST_TEXT = 4000


class End:
    """What both ends have in common."""

    def __init__(self, channel):
        self.channel = channel
        self.held = []
        self.numbers = {}
        self.proxies = {}

    def request(self, message):
        self.channel.send(message)
        while True:
            answer = self.channel.receive()
            if "op" not in answer:
                return self.unpack(answer)
            self.channel.send(self.serve(answer))

    def unpack(self, answer):
        if "raise" in answer:
            raise raised(answer["raise"])
        return self.decode(answer["ok"])

    def serve(self, message):
        """The answer to a request."""
        raise NotImplementedError

    def proxy(self, number, name):
        """What stands for an object of the other end."""
        raise NotImplementedError

    def encode(self, value):
        return values.encode(value, self.export)

    def decode(self, data):
        return values.decode(data, self.resolve)

    def export(self, value):
        number = self.numbers.get(id(value))
        if number is None:
            number = self.numbers[id(value)] = len(self.held)
            self.held.append(value)
        return {"t": "held", "v": number, "n": type(value).__name__}

    def resolve(self, data):
        number = data["v"]
        if data["t"] == "yours":
            return self.held[number]
        if data["t"] != "held":
            raise values.CannotCross("a value of kind %r cannot cross" % (data["t"],))
        if number not in self.proxies:
            self.proxies[number] = self.proxy(number, str(data["n"]))
        return self.proxies[number]


def failure(error):
    """The form in which an exception crosses: its text and the nearest built-in class."""
    try:
        text = str(error)[:LONGEST_TEXT]
    except BaseException:
        text = "exception without text"
    known = (each.__name__ for each in type(error).__mro__ if vars(builtins).get(each.__name__) is each)
    return {"raise": {"base": next(known, "Exception"), "text": text}}


CROSSED = {}


def raised(data):
    """The exception for such a form: of the same built-in class, with the same text."""
    base = getattr(builtins, str(data["base"]), None)
    if not (isinstance(base, type) and issubclass(base, BaseException)):
        base = Exception
    if base not in CROSSED:
        CROSSED[base] = type(base.__name__, (base,), {"crossed": True, "__str__": lambda self: self.text})
    try:
        error = CROSSED[base].__new__(CROSSED[base])
    except TypeError:  # groups of exceptions cannot be without parts
        return raised({"base": "Exception", "text": data["text"]})
    error.text = str(data["text"])
    error.args = (error.text,)
    return error


def callback(end, number):
    """A function of the other end."""

    def call(*args, **kwargs):
        return end.request(
            {
                "op": "call",
                "a": [{"t": "yours", "v": number}] + [end.encode(each) for each in args],
                "k": {name: end.encode(each) for name, each in kwargs.items()},
            })

    return call


FUNCTIONS = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, type)

__all__ = ["End", "FUNCTIONS", "callback", "failure", "frames", "raised", "values"]
