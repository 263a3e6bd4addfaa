"""What a process gives up before it runs a program: its view of the machine, then every way back."""

import ctypes
import os
import platform
import resource
import signal
import struct

NEW_USER, NEW_MOUNTS, NEW_PIDS, NEW_IPC = 0x10000000, 0x00020000, 0x20000000, 0x08000000
ANY_NEW_NAMESPACE = 0x7E020000

NO_SUID, NO_DEVICES, NO_EXECUTION, READ_ONLY = 2, 4, 8, 1

SET_PARENT_DEATH_SIGNAL, SET_DUMPABLE, SET_SECCOMP, SET_CHILD_SUBREAPER, SET_NO_NEW_PRIVILEGES = 1, 4, 22, 36, 38

EPERM, ENOSYS = 1, 38
ALLOW, REFUSE = 0x7FFF0000, 0x00050000

# Name of the architecture in seccomp, number of clone, numbers of calls that no program needs.
ARCHITECTURES = {
    "x86_64": (
        0xC000003E, 56,
        (101, 103, 155, 163, 165, 166, 167, 179, 246, 248, 249, 250, 272, 298, 304, 308, 310, 311, 312, 321, 323,
         425, 426, 427, 428, 429, 430, 431, 432, 433, 438, 442)),
    "aarch64": (
        0xC00000B7, 220,
        (117, 116, 41, 89, 40, 39, 224, 60, 104, 217, 218, 219, 97, 241, 265, 268, 270, 271, 272, 280, 282,
         425, 426, 427, 428, 429, 430, 431, 432, 433, 438, 442)),
}
CLONE3 = 435

# PyDLL keeps the interpreter's lock, so that no other thread of a child can be waiting for it.
LIBC = ctypes.PyDLL(None, use_errno=True)


def _checked(result):
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def hide():
    """Nobody else may look into this process or trace it."""
    _checked(LIBC.prctl(SET_DUMPABLE, 0, 0, 0, 0))


def no_new_privileges():
    _checked(LIBC.prctl(SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0))


def adopt_orphans():
    """Processes below this one whose parent ends become its children, so that none is lost."""
    _checked(LIBC.prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0))


def die_with(parent):
    """Ends this process with its parent, also if that is gone already. Changing the user undoes it."""
    _checked(LIBC.prctl(SET_PARENT_DEATH_SIGNAL, int(signal.SIGKILL), 0, 0, 0))
    if os.getppid() != parent:
        os._exit(1)


def can_fork_isolated():
    return platform.machine() in ARCHITECTURES


def fork_isolated():
    """Like fork, but the child is the first process of new namespaces of users, processes, mounts and IPC:
    when it ends, the kernel ends whatever it has started."""
    flags = NEW_USER | NEW_MOUNTS | NEW_PIDS | NEW_IPC | int(signal.SIGCHLD)
    python = ctypes.pythonapi
    python.PyOS_BeforeFork()
    pid = LIBC.syscall(ARCHITECTURES[platform.machine()][1], flags, 0, 0, 0, 0)
    if pid == 0:
        python.PyOS_AfterFork_Child()
        return 0
    python.PyOS_AfterFork_Parent()
    return _checked(pid)


def _write(path, text):
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.write(descriptor, text.encode("ascii"))
    finally:
        os.close(descriptor)


def enter(user, group, scratch_bytes, keep_proc):
    """Settles a process of fork_isolated: the same user as before, empty places to write to, no /proc."""
    _checked(LIBC.prctl(SET_DUMPABLE, 1, 0, 0, 0))  # else its own /proc files are not its own
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", "%d %d 1" % (user, user))
    _write("/proc/self/gid_map", "%d %d 1" % (group, group))
    _write("/proc/self/oom_score_adj", "1000")
    os.setsid()  # a signal to the process group must not reach the parent
    scratch = b"mode=1777,nr_inodes=4096,size=%d" % scratch_bytes
    _mount("/tmp", NO_SUID | NO_DEVICES, scratch)
    _mount("/dev/shm", NO_SUID | NO_DEVICES, scratch)
    if not keep_proc:
        _mount("/proc", NO_SUID | NO_DEVICES | NO_EXECUTION | READ_ONLY, b"mode=555,size=4k")
    os.chdir("/tmp")


def _mount(path, flags, options):
    _checked(LIBC.mount(b"tmpfs", path.encode(), b"tmpfs", flags, options))


def drop_capabilities():
    """All of them, for good: a process without privileges to gain cannot get them back by starting a program."""
    no_new_privileges()
    header = struct.pack("=Ii", 0x20080522, 0)
    _checked(LIBC.capset(header, bytes(24)))


def limit(limits):
    """Resource limits, which cannot be raised again."""
    for name, value in limits.items():
        kind = getattr(resource, "RLIMIT_" + name)
        _, hard = resource.getrlimit(kind)
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (bound, bound))


def _instruction(code, value, if_true=0, if_false=0):
    return struct.pack("=HBBI", code, if_true, if_false, value)


def call_filter():
    """A seccomp program: no new namespaces, no mounts, no tracing, no keyrings, none of the calls with a
    history of holes in the kernel. None where the machine's numbers are not known."""
    known = ARCHITECTURES.get(platform.machine())
    if known is None:
        return None
    architecture, clone, refused = known
    load, equal, any_bit, answer = 0x20, 0x15, 0x45, 0x06
    refuse = _instruction(answer, REFUSE | EPERM)
    program = [
        _instruction(load, 4), _instruction(equal, architecture, 1, 0), refuse,
        _instruction(load, 0),
    ]
    if platform.machine() == "x86_64":  # its second set of numbers
        program += [_instruction(0x35, 0x40000000, 0, 1), refuse]
    for number in refused:
        program += [_instruction(equal, number, 0, 1), refuse]
    program += [
        _instruction(equal, CLONE3, 0, 1), _instruction(answer, REFUSE | ENOSYS),
        _instruction(equal, clone, 0, 3),
        _instruction(load, 16), _instruction(any_bit, ANY_NEW_NAMESPACE, 0, 1), refuse,
        _instruction(answer, ALLOW),
    ]
    return b"".join(program)


FILTER = call_filter()


class Program(ctypes.Structure):
    """What the kernel calls sock_fprog."""

    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p)]


def filter_calls():
    """Sets the filter, if there is one for this machine."""
    if FILTER is not None:
        no_new_privileges()
        program = Program(len(FILTER) // 8, FILTER)
        _checked(LIBC.prctl(SET_SECCOMP, 2, ctypes.byref(program), 0, 0))
