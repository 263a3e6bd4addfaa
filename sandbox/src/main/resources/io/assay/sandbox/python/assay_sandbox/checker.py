"""The process that runs tests. It holds what they expect; of the program it sees only answers."""

import ast
import builtins
import importlib
import sys
import types
import warnings

from . import ends, frames, values
from .remote import Remote, number_of

BUILT_IN = frozenset(dir(builtins))
STANDARD = getattr(sys, "stdlib_module_names", sys.builtin_module_names)


class Gone(BaseException):
    """The program ended, or broke the rules of the channel; no test can catch that and go on."""


class NotCompiled(Exception):
    """The program does not compile."""


class Checker(ends.End):
    """The end of the tests: it asks."""

    gone = False

    def proxy(self, number, name):
        return Remote(self, number, name)

    def export(self, value):
        if type(value) is Remote:
            return {"t": "yours", "v": number_of(value)}
        if not isinstance(value, ends.FUNCTIONS):
            raise values.CannotCross("value of type %s cannot cross" % type(value).__name__)
        return super().export(value)

    def resolve(self, data):
        if data["t"] == "module":
            name = str(data["v"])
            if name.partition(".")[0] not in STANDARD:
                raise values.CannotCross("module %s cannot cross" % name)
            return importlib.import_module(name)
        if data["t"] == "missing":
            raise KeyError
        return super().resolve(data)

    def request(self, message):
        """Like any request, but whatever goes wrong with the channel itself is the end."""
        if self.gone:
            raise Gone
        try:
            self.channel.send(message)
            while True:
                answer = self.channel.receive()
                if "op" not in answer:
                    return self.sound(answer)
                self.channel.send(self.serve(answer))
        except (OSError, EOFError, ValueError, OverflowError, TypeError, AttributeError, RecursionError):
            self.gone = True
            raise Gone from None

    def sound(self, answer):
        """An answer of the right form; whether it is a right answer is for the tests to say."""
        error = answer.get("raise")
        known = isinstance(error, dict) and "base" in error and "text" in error or "ok" in answer
        if not known or not isinstance(answer.get("changed", []), list):
            raise ValueError("neither a value nor an error")
        return answer

    def serve(self, message):
        """The program may call the functions that it was given, and nothing else."""
        try:
            function, *args = [self.decode(each) for each in message["a"]]
            if message["op"] != "call" or not isinstance(function, ends.FUNCTIONS):
                raise values.CannotCross("only functions can be called")
            kwargs = {name: self.decode(each) for name, each in message["k"].items()}
            return {"ok": self.encode(function(*args, **kwargs))}
        except Exception as error:
            return ends.failure(error)

    def ask(self, operation, target, args, kwargs):
        answer = self.request(
            {
                "op": operation,
                "a": [target] + [self.encode(each) for each in args],
                "k": {name: self.encode(each) for name, each in kwargs.items()},
            })
        for index, after in answer.get("changed", ()):
            change(args[index - 1], self.decode(after))
        return self.unpack(answer)

    def named(self, name):
        """A global of the program; KeyError if it has none of this name."""
        return self.unpack(self.request({"op": "name", "v": name}))

    def loaded(self):
        """Waits until the program is loaded; raises what it raised."""
        try:
            answer = self.sound(self.channel.receive())
            broken = answer.get("compiled") is False
        except (OSError, EOFError, ValueError, OverflowError, AttributeError, RecursionError):
            self.gone = True
            raise Gone from None
        if broken:
            raise NotCompiled(ends.failure(ends.raised(answer["raise"]))["raise"]["text"])
        self.unpack(answer)


def change(mine, new):
    """Makes an argument equal to what the program made of it."""
    if type(mine) is type(new) and type(mine) in (list, bytearray):
        mine[:] = new
    elif type(mine) is type(new) and hasattr(mine, "clear"):
        mine.clear()
        (mine.extend if hasattr(mine, "extend") else mine.update)(new)


class Names(dict):
    """The global names of the tests: their own, else the program's."""

    def __init__(self, end):
        super().__init__()
        self.end = end
        self.shadowed = frozenset()

    def __missing__(self, name):
        if name in BUILT_IN and name not in self.shadowed:
            raise KeyError(name)
        value = self.end.named(name)
        if type(value) in (Remote, types.ModuleType):
            self[name] = value
        return value


def called_built_ins(tests, known):
    """Built-in names that tests call, where they name nothing else: then one of them is the program's own,
    as `sum` in `assert sum(10, 15) == 6`. Elsewhere a program cannot replace built-in names."""
    tree = ast.parse(tests)
    nodes = list(ast.walk(tree))
    read = {each.id for each in nodes if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}
    bound = {each.id for each in nodes if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load)}
    if read - bound - set(known) - BUILT_IN:
        return frozenset()
    return frozenset(
        each.func.id for each in nodes
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in BUILT_IN)


def run(job, peer):
    job.send(verdict(job.receive(), Checker(peer)))


def verdict(task, end):
    """What the tests say: passed, or which kind of failure with which text."""
    warnings.simplefilter("ignore")
    try:
        end.loaded()
        test(task, end)
    except Gone:
        return {"verdict": "gone", "reason": ""}
    except NotCompiled as error:
        return {"verdict": "compile", "reason": complaint(task) or str(error)}
    except BaseException as error:
        failed = isinstance(error, AssertionError) and not hasattr(error, "crossed")
        return {"verdict": "failed" if failed else "error", "reason": ends.failure(error)["raise"]["text"]}
    return {"verdict": "gone" if end.gone else "passed", "reason": ""}


def complaint(task):
    """What Python says of program and tests together, which is what the reference compiles."""
    try:
        compile(task["source"] + "\n" + task["tests"], "<string>", "exec", dont_inherit=True)
        return ""
    except Exception as error:
        return str(error)[:ends.LONGEST_TEXT]


def test(task, end):
    names = Names(end)
    prepare(task["prelude"], names)
    entry_point = task["entry_point"]
    if entry_point is None:
        names.shadowed = called_built_ins(task["tests"], names)
    else:
        names.pop(entry_point, None)
        names.shadowed = frozenset([entry_point])
    exec(compile(task["tests"], "<string>", "exec", dont_inherit=True), names)


def prepare(prelude, names):
    """Defines what the prompt defines. A prompt that is no program by itself leaves that to the candidate."""
    try:
        code = compile(prelude, "<string>", "exec", dont_inherit=True)
    except SyntaxError:
        return
    exec(code, names)
