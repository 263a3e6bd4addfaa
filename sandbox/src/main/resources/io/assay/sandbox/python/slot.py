"""A slot: runs one program after the other for the Java side, which it talks to by standard input and output.

    Java ── slot ──┬── cell of programs ── one child a run: candidate ─┐
                   │                                                    ├ calls and values
                   └── cell of tests ───── one child a run: checker ───┘
                                                     └── verdict, on a socket that the program never had

The slot itself runs outside of any sandbox and executes nothing that it was not shipped with. It keeps the
time: a run is stopped when it has spent its limit, of processor time or idly (see meter.py); time in which others
had the processor does not count. A run that got hardly any is stopped in the end, too, and tried again.
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

from assay_sandbox import cells, frames, isolation, meter  # noqa: E402

# None of these decides a verdict on a machine that does anything at all.
ANSWER_SECONDS = 30
PATIENT = struct.pack("@ll", ANSWER_SECONDS, 0)
END_SECONDS = 30.0
PATIENCE = 10  # how many times its limit a run may take on a machine that is busy with other things
PATIENCE_SECONDS = 10.0  # and this on top
TRIES = 3

FIRST_LOOK = 0.25  # most runs are over before
SHORTEST_LOOK, LONGEST_LOOK = 0.02, 0.5
PROGRAMS, TESTS = "programs", "tests"


class Slot:
    """The two cells, and what runs in them."""

    def __init__(self, settings):
        self.settings = settings
        self.cells = {}
        self.reusable = {}
        self.facts = {}

    def open(self):
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
        """Runs what is asked for; the first part is the one that gives the verdict. What says nothing about the
        program is tried again: too busy a machine, a sandbox that broke."""
        for number in range(1, TRIES + 1):
            answer = self.attempt(request)
            if answer.get("verdict") not in ("starved", "broken"):
                break
        if answer.get("verdict") == "starved":  # three times: it knows how to hide its time
            return dict(answer, verdict="timeout")
        if answer.get("verdict") == "broken":  # by what runs in it, as far as anybody can tell
            return dict(answer, verdict="error")
        return answer

    def attempt(self, request):
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
        except cells.Broken as error:
            return {"verdict": "broken", "reason": str(error)}
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
        cells.end_orphans()


class Run:
    """One run: a child in one cell or in two, linked to each other."""

    def __init__(self, slot, parts, limit, compile_limit):
        self.slot = slot
        self.parts = parts
        self.own_limit = limit
        self.compiling = compile_limit is not None
        self.used = [0.0] * len(parts)
        self.waited = [0.0] * len(parts)
        self.cells = [slot.cells[part["cell"]] for part in parts]
        self.jobs = []
        self.sockets = []
        self.ended = [None] * len(parts)
        self.output = os.memfd_create("output", os.MFD_CLOEXEC)
        self.meter = meter.Meter(compile_limit if self.compiling else limit)

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
        wall = self.meter.wall()
        if verdict.get("verdict") == "gone":
            self.await_end(-1, 0.2)
            verdict = {"verdict": "error", "reason": farewell(self.ended[-1])}
        self.stop()
        cpu = max(self.used[-1], self.ended[-1]["cpu"] if self.ended[-1] else 0.0)
        return dict(verdict, wall=wall, cpu=cpu, output=self.printed())

    def verdict(self):
        """Waits for the verdict, or until the limit is spent."""
        pause = FIRST_LOOK
        while True:
            said = self.listen(pause)
            if said is not None and "started" in said:
                self.restart()
                pause = FIRST_LOOK
                continue
            early = said is not None and self.meter.wall() <= self.meter.limit
            left = self.meter.limit if early else self.left()
            if said is None and self.ended[0] is not None:  # it may have said it just before its end
                said = self.received()
            if said is not None and left > 0:
                return said
            if self.ended[0] is not None and said is None:
                return {"verdict": "error", "reason": "the tests' process ended early"}
            if left <= 0:
                return self.late()
            if self.meter.wall() > PATIENCE * self.meter.limit + PATIENCE_SECONDS:
                return {"verdict": "starved", "reason": ""}
            pause = min(LONGEST_LOOK, max(SHORTEST_LOOK, min(left, self.meter.limit / 10)))

    def late(self):
        if self.compiling:
            return {"verdict": "compile", "reason": "the compiler took more than %g s" % self.meter.limit}
        return {"verdict": "timeout", "reason": ""}

    def restart(self):
        """The compiler is through: the program's own time begins."""
        self.look()
        self.meter.restart(self.own_limit, sum(self.used))
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
            ready = cells.wait_for([*sources], left)
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
        """Seconds that the run may still spend."""
        self.look()
        return self.meter.left()

    def look(self):
        """Asks the cells what the parts have used."""
        ready = False
        for index, cell in enumerate(self.cells):
            if not self.ended[index]:
                cell.order({"usage": True})
                message = cell.receive(ANSWER_SECONDS)
                if message is None:
                    raise cells.Broken("a sandbox does not answer")
                if "ended" in message:
                    self.ended[index] = message
                ready = ready or message.get("ready", False)
                self.waited[index] = max(self.waited[index], message.get("waited", 0.0))
                self.used[index] = max(self.used[index], message["cpu"])
        self.meter.look(sum(self.used), sum(self.waited), ready)

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
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    isolation.adopt_orphans()
    requests = frames.Channel(0)
    slot = Slot(requests.receive())
    try:
        if sys.version_info < (3, 9):
            raise cells.Broken("%s is Python %d.%d, 3.9 or later is needed" % (sys.executable, *sys.version_info[:2]))
        slot.open()
        frames.write_message(1, dict(slot.facts, reusable=slot.reusable[PROGRAMS]))
        while True:
            frames.write_message(1, slot.run(requests.receive()))
    except frames.Ended:
        pass
    except (cells.Broken, OSError, subprocess.SubprocessError) as error:
        frames.write_message(1, {"refused": str(error)})
    finally:
        slot.close()


if __name__ == "__main__":
    main()
