"""What a run has spent of its limit: a busy machine must not make it more.

A run spends processor time, of all its processes, and time in which it does nothing: sleeps, waits for what never
comes. Time in which it could go on but has no processor is not its own. That time the kernel counts for each thread
(schedstat); so what is left of a stretch of time, less what was computed and less what was waited for a processor,
was spent idly. A thread's count goes with it, so a stretch at whose end some process could go on is not counted at
all: under a heavy load that is nearly every one, and a run that sleeps is hardly ever seen awake. Only times between
two looks at the run count, so that a late start of it does not.
"""

import os
import time

TICKS = os.sysconf("SC_CLK_TCK")
SLACK = 0.05  # the parts of a run are looked at one after the other; what that makes too much is taken back


class Meter:
    """Time spent by a run, from outside."""

    def __init__(self, limit):
        self.limit = limit
        self.begun = time.monotonic()
        self.idle = 0.0
        self.debt = 0.0
        self.looked = None
        self.before = 0.0
        self.cpu = 0.0

    def look(self, cpu, waited, ready):
        """Takes note of seconds since the run began, and whether any of its processes could go on now."""
        now = time.monotonic()
        if self.looked is not None:
            then, busy = self.looked
            idle = self.debt + now - then - (cpu + waited - busy)
            if idle > 0 and not ready:
                self.idle += idle
            self.debt = min(0.0, max(idle, -SLACK))
        self.looked = now, cpu + waited
        self.cpu = cpu

    def restart(self, limit, cpu):
        """The run's own time begins now, after so much processor time."""
        self.__init__(limit)
        self.before = self.cpu = cpu

    def wall(self):
        return time.monotonic() - self.begun

    def left(self):
        """Seconds that it may still spend."""
        return self.limit - self.idle - (self.cpu - self.before)


class Processes:
    """The processes of a run, from inside of their cell."""

    def __init__(self, first, closed):
        self.first = first
        self.closed = closed
        self.waits = {}

    def usage(self):
        """Seconds of processor time, and of waiting for a processor, added up over all threads; and whether any
        process could go on now."""
        cpu, ready = 0.0, False
        for process in self.all():
            try:
                state, used = read(process)
                cpu += used
                ready = ready or state == "R"
                for thread in os.listdir("/proc/%s/task" % process):
                    self.waits[process, thread] = waited(process, thread)
            except OSError:
                pass  # it has just ended
        return {"cpu": cpu, "waited": sum(self.waits.values()), "ready": ready}

    def all(self):
        if not self.closed:
            return tree(str(self.first))
        ours = (os.getpid(), os.getppid(), 1)
        return [name for name in os.listdir("/proc") if name.isdigit() and int(name) not in ours]


def tree(process):
    """A process and those below it."""
    found = [process]
    for each in found:
        try:
            for thread in os.listdir("/proc/%s/task" % each):
                with open("/proc/%s/task/%s/children" % (each, thread)) as file:
                    found += file.read().split()
        except OSError:
            pass  # it has just ended
    return found


def read(process):
    """Its state, and seconds of processor time with that of the children that it has waited for."""
    with open("/proc/%s/stat" % process) as file:
        fields = file.read().rpartition(")")[2].split()
    return fields[0], sum(int(each) for each in fields[11:15]) / TICKS


def waited(process, thread):
    """Seconds that a thread was ready but had no processor; none where the kernel does not say."""
    try:
        with open("/proc/%s/task/%s/schedstat" % (process, thread)) as file:
            return int(file.read().split()[1]) / 1e9
    except FileNotFoundError:
        if os.path.exists("/proc/%s/task/%s" % (process, thread)):
            return 0.0
        raise
