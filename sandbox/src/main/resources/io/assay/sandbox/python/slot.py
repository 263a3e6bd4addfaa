"""A slot: runs one program after the other for the Java side, which it talks to by standard input and output.

    Java ── slot ──┬── cell of programs ── one child a run: candidate ─┐
                   │                                                    ├ calls and values
                   └── cell of tests ───── one child a run: checker ───┘
                                                     └── verdict, on a socket that the program never had

The slot itself runs outside of any sandbox and executes nothing that it was not shipped with. It keeps the
time: a run is stopped when it has used its limit of processor time, or has not even tried to.
"""

import os
import select
import signal
import socket
import struct
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from assay_sandbox import cells, frames  # noqa: E402

ANSWER_SECONDS = 5
PATIENT = struct.pack("@ll", ANSWER_SECONDS, 0)
END_SECONDS = 10.0
PATIENCE = 10  # how many times its limit a run may take on a machine that is busy with other things
PROGRAMS, TESTS = "programs", "tests"


class Slot:
    """The two cells, and what runs in them."""

    def __init__(self, settings):
        self.settings = settings
        self.cells = {}
        self.reusable = {}
        self.facts = {}
        for name in (PROGRAMS, TESTS):
            self.start(name)
        for name in (PROGRAMS, TESTS):
            self.await_ready(name)

    def start(self, name):
        user = self.settings["user"]
        number = None if user is None else user + (name == TESTS)
        self.cells[name] = cells.Cell(name, number, self.settings)

    def await_ready(self, name):
        if name in self.reusable:
            return
        said = self.cells[name].wait_until_ready()
        self.reusable[name] = said["reusable"] and self.settings["reuse"]
        self.facts = {"no_reuse": said["reason"], "no_group": self.cells[name].no_group}

    def replace(self, name):
        self.cells[name].close()
        self.reusable.pop(name, None)
        self.start(name)

    def run(self, request):
        """Runs what is asked for; the first part is the one that gives the verdict."""
        parts = request["parts"]
        try:
            for part in parts:
                self.await_ready(part["cell"])
            run = Run(self, parts, request["limit"], request.get("compile_limit"))
        except cells.Broken as error:
            return self.refused(parts, error)
        try:
            run.start()
            return run.result()
        except cells.Broken as error:  # by what runs in it, as far as anybody can tell
            return {"verdict": "error", "reason": str(error)}
        finally:
            run.close()

    def refused(self, parts, error):
        for part in parts:
            if part["cell"] not in self.reusable:
                self.replace(part["cell"])
        return {"verdict": "refused", "reason": str(error)}

    def close(self):
        for cell in self.cells.values():
            cell.close()


class Run:
    """One run: a child in one cell or in two, linked to each other."""

    def __init__(self, slot, parts, limit, compile_limit):
        self.slot = slot
        self.parts = parts
        self.own_limit = limit
        self.compiling = compile_limit is not None
        self.limit = compile_limit if self.compiling else limit
        self.used = [0.0] * len(parts)
        self.used_before = 0.0
        self.cells = [slot.cells[part["cell"]] for part in parts]
        self.jobs = []
        self.sockets = []
        self.ended = [None] * len(parts)
        self.output = os.memfd_create("output", os.MFD_CLOEXEC)
        self.begun = time.monotonic()

    def start(self):
        peers = socket.socketpair()
        theirs = []
        for part, cell, peer in zip(self.parts, self.cells, peers):
            mine, other = socket.socketpair()
            for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
                mine.setsockopt(socket.SOL_SOCKET, option, PATIENT)
            self.sockets.append(mine)
            self.jobs.append(frames.Channel(mine.fileno()))
            cell.order(part["order"], [other.fileno(), peer.fileno(), self.output])
            theirs.append(other)
        for each in [*peers, *theirs]:
            each.close()
        for job, part in zip(self.jobs, self.parts):
            try:
                job.send(part["job"])
            except OSError:
                pass  # it has ended already, which says enough

    def result(self):
        verdict = self.verdict()
        wall = time.monotonic() - self.begun
        if verdict.get("verdict") == "gone":
            self.await_end(-1, 0.2)
            verdict = {"verdict": "error", "reason": farewell(self.ended[-1])}
        self.stop()
        cpu = max(self.used[-1], self.ended[-1]["cpu"] if self.ended[-1] else 0.0)
        return dict(verdict, wall=wall, cpu=cpu, output=self.printed())

    def verdict(self):
        """Waits for the verdict, or for the end of patience."""
        deadline = self.begun + self.limit
        while True:
            said = self.listen(deadline - time.monotonic())
            left = self.left()
            if said is not None and "started" in said:
                self.restart()
                deadline = self.begun + self.limit
            elif said is not None and left > 0:
                return said
            elif self.ended[0] is not None and said is None:
                return {"verdict": "error", "reason": "the tests' process ended early"}
            elif left <= 0 and self.compiling:
                return {"verdict": "compile", "reason": "the compiler took more than %g s" % self.limit}
            elif left <= 0:
                return {"verdict": "timeout", "reason": ""}
            else:
                deadline = time.monotonic() + max(0.05, left)

    def restart(self):
        """The compiler is through: the program's own time begins."""
        self.used_before, _ = self.usage()
        self.begun = time.monotonic()
        self.limit = self.own_limit
        self.compiling = False

    def listen(self, seconds):
        """The verdict if it comes in time."""
        sources = {self.sockets[0]: None}
        sources.update({cell.control: index for index, cell in enumerate(self.cells) if not self.ended[index]})
        until = time.monotonic() + seconds
        while True:
            left = until - time.monotonic()
            if left <= 0:
                return None
            ready, _, _ = select.select([*sources, sys.stdin], [], [], left)
            if sys.stdin in ready:  # nothing is asked during a run: the other side is gone
                raise SystemExit
            if self.sockets[0] in ready:
                return self.received()
            for control in ready:
                index = sources.pop(control)
                self.note_end(index, self.cells[index].receive(0))
                if index == 0:
                    return None

    def received(self):
        try:
            return self.jobs[0].receive()
        except (OSError, EOFError, ValueError, OverflowError):
            self.await_end(0, ANSWER_SECONDS)
            return None

    def note_end(self, index, message):
        if message is None:
            raise cells.Broken("a sandbox broke")
        self.ended[index] = message
        self.used[index] = max(self.used[index], message["cpu"])

    def await_end(self, index, seconds):
        if not self.ended[index]:
            message = self.cells[index].receive(seconds)
            if message is not None:
                self.ended[index] = message

    def left(self):
        """Seconds that the run may go on: none if it has used its processor time, or spent its time otherwise
        than waiting for a processor that others had."""
        wall = time.monotonic() - self.begun
        if wall <= self.limit:
            return self.limit - wall + 0.001
        cpu, waited = self.usage()
        cpu -= self.used_before
        return min(self.limit - cpu, self.limit - (wall - waited), PATIENCE * self.limit - wall)

    def usage(self):
        """Processor time of all parts, and how long they waited for a processor."""
        waited = 0.0
        for index, cell in enumerate(self.cells):
            if not self.ended[index]:
                cell.order({"usage": True})
                message = cell.receive(ANSWER_SECONDS)
                if message is None:
                    raise cells.Broken("a sandbox does not answer")
                if "ended" in message:
                    self.ended[index] = message
                waited += message.get("waited", 0.0)
                self.used[index] = max(self.used[index], message["cpu"])
        return sum(self.used), waited

    def stop(self):
        """Ends every part; a cell whose part does not end is replaced."""
        for index, cell in enumerate(self.cells):
            if not self.ended[index]:
                cell.order({"kill": True})
        for index, part in enumerate(self.parts):
            self.await_end(index, END_SECONDS)

    def printed(self):
        return os.pread(self.output, self.parts[-1]["order"]["output"], 0).decode("utf-8", "replace")

    def close(self):
        os.close(self.output)
        for each in self.sockets:
            each.close()
        for index, part in enumerate(self.parts):
            if not self.ended[index] or not self.slot.reusable.get(part["cell"]):
                self.slot.replace(part["cell"])


def farewell(end):
    """How a program left that should have stayed."""
    code = end["ended"] if end else None
    if code is None:
        return "the program broke off"
    if code >= 0:
        return "the program ended by itself, exit code %d" % code
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = "signal %d" % -code
    return "the program was ended by %s%s" % (name, ", probably for its memory" if code == -9 else "")


def main():
    requests = frames.Channel(0)
    hello = requests.receive()
    try:
        slot = Slot(hello)
    except (cells.Broken, OSError, subprocess.SubprocessError) as error:
        frames.write_message(1, {"refused": str(error)})
        return
    frames.write_message(1, dict(slot.facts, reusable=slot.reusable[PROGRAMS]))
    try:
        while True:
            frames.write_message(1, slot.run(requests.receive()))
    except frames.Ended:
        pass
    finally:
        slot.close()


if __name__ == "__main__":
    main()
