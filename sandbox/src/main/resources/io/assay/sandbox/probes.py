import os
import socket


def network():
    for place in (("1.1.1.1", 53), ("169.254.169.254", 80)):
        try:
            socket.create_connection(place, 0.3).close()
            return "connected to %s" % place[0]
        except OSError:
            pass
    interfaces = [name for _, name in socket.if_nameindex() if name != "lo"]
    return "has the network interface " + interfaces[0] if interfaces else ""


def files():
    for path in ("/etc/shadow", "/etc/passwd", "/root/.bashrc", "/root/.ssh/id_rsa", "/proc/1/root/etc/shadow",
                 "/run/secrets/kubernetes.io/serviceaccount/token", "/var/run/docker.sock"):
        if os.path.exists(path) and os.access(path, os.R_OK):
            return "can read " + path
    return ""


def writing():
    for folder in ("/", "/etc", "/usr", "/usr/bin", "/home", "/root", "/var", "/opt", "/dev", "/opt/assay"):
        path = os.path.join(folder, "assay_probe")
        try:
            with open(path, "w"):
                pass
            os.unlink(path)
            return "wrote to " + folder
        except OSError:
            pass
    return ""


def environment():
    usual = {"PATH", "HOME", "LANG", "LC_CTYPE", "TZ", "PWD", "PYTHONHASHSEED", "PYTHONDONTWRITEBYTECODE",
             "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"}
    foreign = sorted(set(os.environ) - usual)
    if foreign:
        return "knows the variable " + foreign[0]
    for process in ("1", str(os.getppid())):
        try:
            with open("/proc/%s/environ" % process, "rb") as file:
                if file.read().strip(b"\0"):
                    return "read the environment of process " + process
        except OSError:
            pass
    return ""


def processes():
    seen = [name for name in os.listdir("/proc") if name.isdigit()] if os.path.isdir("/proc") else []
    if len(seen) > 8:
        return "sees %d processes" % len(seen)
    for process in range(2, 300):
        if process != os.getpid():
            try:
                os.kill(process, 0)
                return "can signal process %d" % process
            except OSError:
                pass
    return ""


def privileges():
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    attempts = {
        "became root": lambda: os.setuid(0),
        "changed its root": lambda: os.chroot("/"),
        "made a device": lambda: os.mknod("/tmp/device", 0o60600, 0x0800),
        "made a user namespace": lambda: check(libc.unshare(0x10000000)),
        "mounted something": lambda: check(libc.mount(b"tmpfs", b"/tmp", b"tmpfs", 0, None)),
    }
    for what, attempt in attempts.items():
        try:
            attempt()
            return what
        except OSError:
            pass
    return ""


def check(result):
    if result != 0:
        raise OSError("refused")


def limits():
    import resource

    for name in ("AS", "NPROC", "FSIZE", "NOFILE", "CPU"):
        kind = getattr(resource, "RLIMIT_" + name)
        if resource.getrlimit(kind)[1] == resource.RLIM_INFINITY:
            return "has no limit of " + name
        try:
            resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            return "raised the limit of " + name
        except (ValueError, OSError):
            pass
    return ""


def many_processes():
    import signal

    children = []
    try:
        while len(children) < 300:
            child = os.fork()
            if child == 0:
                signal.pause()
                os._exit(0)
            children.append(child)
        return "started %d processes" % len(children)
    except OSError:
        return ""
    finally:
        for child in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def much_memory():
    try:
        block = bytearray(3 << 30)
        return "took %d bytes" % len(block)
    except MemoryError:
        return ""


def much_disk():
    written = 0
    for number in range(40):
        try:
            with open("/tmp/block%d" % number, "wb") as file:
                for _ in range(7):
                    file.write(bytes(1 << 20))
                    written += 1
        except OSError:
            return ""
    return "wrote %d MiB" % written


def state():
    paths = [os.path.join(folder, "assay_probe_state")
             for folder in (".", "/tmp", "/dev/shm", "/var/tmp", "/dev", "/run", "/")]
    for path in paths:
        if os.path.exists(path):
            return "found what was left at " + path
    for path in paths:
        try:
            with open(path, "w"):
                pass
        except OSError:
            pass
    return ""
