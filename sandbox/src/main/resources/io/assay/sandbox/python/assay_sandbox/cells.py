"""Starts cells and talks to them, from outside."""

import glob
import json
import os
import pwd
import resource
import select
import signal
import socket
import subprocess
import sys
import sysconfig

from . import cgroup, isolation

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
INSIDE = "/opt/assay"
START_SECONDS = 50
VISIBLE_FILES = ("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives", "/etc/localtime")


class Broken(Exception):
    """A cell that does not answer."""


def wait_for(sources, seconds):
    """The sources that can be read. Nothing is asked while something is waited for: if something comes in from
    the Java side all the same, it is its end, and ours."""
    ready, _, _ = select.select([*sources, sys.stdin], [], [], max(0.0, seconds))
    if sys.stdin in ready:
        raise SystemExit
    return ready


class Cell:
    """One cell and the socket to it."""

    def __init__(self, name, user, settings):
        self.group, self.no_group = (
            cgroup.create(name, settings["memory"], settings["processes"])
            if settings["cgroups"] else (None, "control groups are switched off"))
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        slot = os.getpid()
        files = [] if settings["bwrap"] is None else [os.open(each, os.O_RDONLY) for each in _sources()]
        self.process = subprocess.Popen(
            _command(settings, theirs.fileno(), user, files),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            env=_environment() if settings["bwrap"] is None else {},
            cwd=settings["folder"], pass_fds=[theirs.fileno()] + files,
            preexec_fn=lambda: _settle(self.group, user, slot))
        CELLS.add(self.process.pid)
        theirs.close()
        for each in files:
            os.close(each)

    def wait_until_ready(self):
        """What the cell says of itself."""
        message = self.receive(START_SECONDS)
        if message is None:
            self.end()
            said = self.process.stderr.read(2000).decode("utf-8", "replace").strip()
            raise Broken(said or "the sandbox did not start within %d s" % START_SECONDS)
        return message

    def order(self, message, descriptors=()):
        try:
            socket.send_fds(self.control, [json.dumps(message).encode()], descriptors)
        except OSError as error:
            raise Broken("the sandbox is gone: %s" % error) from None

    def receive(self, seconds):
        """The next message; None where none comes in time or the cell is gone."""
        if not wait_for([self.control], seconds):
            return None
        try:
            data = self.control.recv(1 << 16)
        except OSError:
            return None
        return json.loads(data) if data else None

    def close(self):
        self.control.close()
        self.end()
        self.process.stderr.close()
        if self.group is not None:
            self.group.remove()

    def end(self):
        """Ends all of it, and waits until it is gone."""
        self.process.kill()
        self.process.wait()
        CELLS.discard(self.process.pid)
        end_orphans()


CELLS = set()


def end_orphans():
    """Ends what a cell has left: bwrap's inner process, if bwrap was killed while the two were setting up."""
    for pid in _children():
        if pid not in CELLS:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def _children():
    own = str(os.getpid())
    try:
        with open("/proc/self/task/%s/children" % own) as file:
            return [int(each) for each in file.read().split()]
    except FileNotFoundError:  # not every kernel has it
        return [int(name) for name in os.listdir("/proc") if name.isdigit() and _parent(name) == own]


def _parent(process):
    try:
        with open("/proc/%s/stat" % process) as file:
            return file.read().rpartition(")")[2].split()[1]
    except OSError:
        return ""  # it has just ended


def _sources():
    return sorted([HERE + "/cell.py"] + glob.glob(HERE + "/assay_sandbox/*.py"))


def _settle(group, user, slot):
    """Runs in the new process before anything else: group, user, no way up."""
    if group is not None:
        group.join()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if user is not None:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    isolation.die_with(slot)
    isolation.no_new_privileges()


def _command(settings, control, user, files):
    if settings["bwrap"] is None:
        script = HERE + "/cell.py"
        return _python(script, control, user, "open")
    command = [
        settings["bwrap"], "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
        "--ro-bind", "/usr", "/usr",
    ]
    for link in ("/bin", "/sbin", "/lib", "/lib32", "/lib64"):
        if os.path.islink(link):
            command += ["--symlink", os.readlink(link).lstrip("/"), link]
        elif os.path.isdir(link):
            command += ["--ro-bind", link, link]
    visible = list(VISIBLE_FILES) + sorted(glob.glob("/etc/java*")) + settings["visible"] + python_folders(user)
    for path in visible:
        command += ["--ro-bind-try", path, path]
    command += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--dir", "/var", "--symlink", "/tmp", "/var/tmp"]
    for source, descriptor in zip(_sources(), files):
        command += ["--ro-bind-data", str(descriptor), INSIDE + source[len(HERE):]]
    command += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp", "--clearenv"]
    for name, value in _environment().items():
        command += ["--setenv", name, value]
    return command + ["--"] + _python(INSIDE + "/cell.py", control, user, "closed")


EMPTY = ("/tmp", "/var/tmp", "/dev", "/proc")
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64")


def python_folders(user):
    """Where this Python lies, as far as it is not the system's: a sandbox sees it, too."""
    places = [sys.base_prefix, sys.prefix, sysconfig.get_path("stdlib"), os.path.dirname(sys.executable),
              os.path.dirname(os.path.realpath(sys.executable))]
    found = []
    for place in places:
        if not _within(place, SYSTEM) and not _within(place, found):
            _must_be_own(place)
            _must_be_open(place, user)
            found.append(place)
    return found


def _within(place, folders):
    return any(place == each or place.startswith(each + "/") for each in folders)


def _must_be_own(place):
    """A folder that holds more than a Python stays hidden."""
    home = pwd.getpwuid(os.getuid()).pw_dir.rstrip("/")
    if _within(place, EMPTY):
        raise Broken(
            "%s is a Python in a folder that programs have for themselves: set assay.sandbox.python to another, such"
            " as /usr/bin/python3" % sys.executable)
    if _within(home, [place]) or place.count("/") < 2:
        raise Broken(
            "%s is a Python whose folder %s would show too much to programs: set assay.sandbox.python to another,"
            " such as /usr/bin/python3" % (sys.executable, place))


def _must_be_open(place, user):
    """Where a program has a user of its own, that user must be able to enter."""
    part = place
    while user is not None and part != "/":
        if not os.stat(part).st_mode & 0o001:
            raise Broken(
                "%s is a Python in %s, which only its owner may enter: install one for all users (Debian: apt install"
                " python3) or set assay.sandbox.python" % (sys.executable, part))
        part = os.path.dirname(part)


def _python(script, control, user, closed):
    owner = (os.getuid(), os.getgid()) if user is None else (user, user)
    return [sys.executable, "-s", "-B", script, str(control), str(owner[0]), str(owner[1]), closed]


def _environment():
    """The same in every run: verdicts must not depend on the machine's. Sets have one order, too."""
    return {
        "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/tmp", "LANG": "C.UTF-8", "TZ": "UTC",
        "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
