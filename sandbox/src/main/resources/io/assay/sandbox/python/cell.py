"""A cell: a process that waits inside of a sandbox and starts one run after the other.

Each run is a child in new namespaces of its own, so that it sees nothing of the run before it and cannot reach
this process. Where the machine has no such namespaces a cell serves one run and is thrown away. Orders come
over a socket of packets with the descriptors of the run:

    {"role", "limits", …} + [job, peer, output]  →  {"ended", "cpu"}
    {"usage": true}                              →  {"cpu", "waited"}
    {"kill": true}
"""

import gc
import json
import os
import select
import signal
import socket
import sys

from assay_sandbox import candidate, checker, evaluate, frames, isolation, meter

# What programs often import: loaded once, before any fork. Not what imports threading, which takes a good part of
# a fork's time to recover from it.
import base64, bisect, calendar, cmath, copy, functools, hashlib, heapq, itertools, math, operator  # noqa
import random, re, statistics, string, textwrap, typing  # noqa

SETUP_FAILED = 70


def main(control, user, group, closed):
    isolation.hide()
    reason = obstacle(user, group, closed)
    gc.collect()
    gc.freeze()
    control.send(json.dumps({"ready": True, "reusable": not reason, "reason": reason}).encode())
    while True:
        data, descriptors, _, _ = socket.recv_fds(control, 1 << 16, 3)
        if not data:
            return
        order = json.loads(data)
        if "role" in order:
            supervise(control, start(control, order, descriptors, user, group, not reason), closed)
            for each in descriptors:
                os.close(each)


def obstacle(user, group, closed):
    """Why a run cannot have namespaces of its own; empty if it can."""
    if not closed:
        return "there is no sandbox around"
    if not isolation.can_fork_isolated():
        return "this machine's system calls are not known"
    reading, writing = os.pipe()
    try:
        pid = isolation.fork_isolated()
    except OSError as error:
        return str(error)
    if pid == 0:
        try:
            isolation.enter(user, group, 1 << 20, False)
            isolation.drop_capabilities()
            os.write(writing, b"+")
        except BaseException as error:
            os.write(writing, str(error).encode()[:200])
        os._exit(0)
    os.waitpid(pid, 0)
    said = os.read(reading, 200).decode()
    os.close(reading)
    os.close(writing)
    return "" if said == "+" else said


def start(control, order, descriptors, user, group, reusable):
    pid = isolation.fork_isolated() if reusable else os.fork()
    if pid != 0:
        return pid
    try:
        if reusable:
            isolation.enter(user, group, order["scratch"], order["role"] == "command")
        isolation.drop_capabilities()
        job, peer, output = settle(control, descriptors)
        isolation.limit(order["limits"])
        isolation.filter_calls()
        perform(order, job, peer, output)
        os._exit(0)
    except BaseException:
        os._exit(SETUP_FAILED)


def settle(control, descriptors):
    """Keeps the descriptors of the run as 3, 4 and 5 and closes all others."""
    control.detach()
    high = [os.dup(each) for each in descriptors]
    while min(high) < 6:
        high = [os.dup(each) for each in high]
    for place, each in enumerate(high, start=3):
        os.dup2(each, place, inheritable=False)
    nothing = os.open("/dev/null", os.O_RDWR)
    for place in range(3):
        os.dup2(nothing, place)
    os.closerange(6, 4096)
    return 3, 4, 5


def perform(order, job, peer, output):
    role = order["role"]
    job = frames.Channel(job)
    if role == "command":
        from assay_sandbox import commands

        isolation.hide()
        commands.run(job, output)
    elif role == "evaluate":
        evaluate.run(job)
    elif role == "checker":
        checker.run(job, frames.Channel(peer))
    else:
        if sys.path and sys.path[0] == os.path.dirname(os.path.abspath(__file__)):
            del sys.path[0]
        candidate.run(job, frames.Channel(peer), output, order["output"])


def supervise(control, pid, closed):
    """Until the run is over: answers questions about it, kills it when told to."""
    ended = os.pidfd_open(pid)
    processes = meter.Processes(pid, closed)
    poller = select.poll()
    poller.register(control, select.POLLIN)
    poller.register(ended, select.POLLIN)
    while True:
        ready = {descriptor for descriptor, _ in poller.poll()}
        if ended in ready:
            break
        message = control.recv(1 << 16)
        if not message or "kill" in json.loads(message):
            os.kill(pid, signal.SIGKILL)
            break
        control.send(json.dumps(processes.usage()).encode())
    _, status, used = os.wait4(pid, 0)
    os.close(ended)
    control.send(json.dumps(
        {"ended": os.waitstatus_to_exitcode(status), "cpu": used.ru_utime + used.ru_stime}).encode())


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "closed")
