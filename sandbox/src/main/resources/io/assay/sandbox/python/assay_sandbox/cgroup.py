"""Limits of memory and processes for a group of processes, where the machine lets us set them."""

import os

ROOT = "/sys/fs/cgroup"
PREFIX = "assay-"


class Group:
    """A control group, in one folder (version 2) or two (version 1)."""

    def __init__(self, folders):
        self.folders = folders

    def join(self):
        """Puts the calling process into the group."""
        for folder in self.folders:
            _write(folder + "/cgroup.procs", "0")

    def remove(self):
        for folder in self.folders:
            try:
                os.rmdir(folder)
            except OSError:
                pass  # a process of it is not quite gone; the next start removes the folder


def create(name, memory, processes):
    """A group, or the reason why there is none."""
    try:
        parents = _parents()
        for parent in parents:
            _sweep(parent)
        folders = []
        for parent in parents:
            folder = "%s/%s%d-%s" % (parent, PREFIX, os.getpid(), name)
            os.makedirs(folder, exist_ok=True)
            folders.append(folder)
        _limit(folders, memory, processes)
        return Group(folders), ""
    except OSError as error:
        return None, "no control group: %s" % error


def _limit(folders, memory, processes):
    version2 = os.path.exists(ROOT + "/cgroup.controllers")
    bounds = {
        "memory.max" if version2 else "memory.limit_in_bytes": memory,
        "memory.swap.max" if version2 else "memory.memsw.limit_in_bytes": 0 if version2 else memory,
        "pids.max": processes,
    }
    for folder in folders:
        for file, bound in bounds.items():
            if os.path.exists(folder + "/" + file):
                _write(folder + "/" + file, str(bound))


def _parents():
    """The folders in which groups for memory and for processes go."""
    own = {}
    with open("/proc/self/cgroup") as file:
        for line in file:
            _, controllers, path = line.rstrip("\n").split(":", 2)
            own.update(dict.fromkeys(controllers.split(","), path))
    if os.path.exists(ROOT + "/cgroup.controllers"):
        parent = _existing(ROOT, own.get("", "/"))
        with open(parent + "/cgroup.subtree_control") as file:
            if not {"memory", "pids"} <= set(file.read().split()):
                _write(parent + "/cgroup.subtree_control", "+memory +pids")
        return [parent]
    return [_existing(ROOT + "/" + each, own.get(each, "/")) for each in ("memory", "pids")]


def _existing(mount, path):
    inner = mount + path.rstrip("/")
    return inner if os.path.isdir(inner) else mount


def _sweep(parent):
    """Removes groups of processes that are gone."""
    for name in os.listdir(parent):
        owner = name[len(PREFIX):].partition("-")[0]
        if name.startswith(PREFIX) and owner.isdigit() and not os.path.exists("/proc/" + owner):
            try:
                os.rmdir(parent + "/" + name)
            except OSError:
                pass


def _write(path, text):
    with open(path, "w") as file:
        file.write(text)
