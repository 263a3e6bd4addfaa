"""The process that compiles and runs a program of another language. The program is a child of it, in the same
namespaces, but without its channel: a verdict needs the right exit code and, where the language has a way to
write it, a mark that is made up for this run and printed when the tests are through."""

import os
import secrets
import selectors
import subprocess

KEPT = 16 * 1024


def run(job, output):
    task = job.receive()
    mark = secrets.token_hex(16)
    os.makedirs("/tmp/work")
    os.chdir("/tmp/work")
    for name, text in task["files"].items():
        with open(name, "w", encoding="utf-8", errors="surrogatepass") as file:
            file.write(text.replace("{mark}", mark) if task["mark"] == "source" else text)
    job.send(compiled(task, mark) or started(job) or verdict(task, mark, output))


def compiled(task, mark):
    """The verdict where the program does not compile."""
    if task["compile"]:
        code, text, _ = execute(task["compile"], "", mark)
        if code != 0:
            return {"verdict": "compile", "reason": text}
    return None


def started(job):
    """Says that the program's own time begins."""
    job.send({"started": True})


def verdict(task, mark, output):
    given = mark + "\n" if task["mark"] == "input" else ""
    code, text, marked = execute(task["run"], given, mark)
    os.pwrite(output, text.encode("utf-8", "replace")[:KEPT], 0)
    if code == 0 and (marked or task["mark"] == "none"):
        return {"verdict": "passed", "reason": ""}
    if code == 0:
        return {"verdict": "error", "reason": "left before the tests were through"}
    failed = any(word in text for word in task["failed_words"])
    return {"verdict": "failed" if failed else "error", "reason": text or "exit code %d" % code}


def execute(argv, given, mark):
    """Exit code, the beginning of the output, and whether the mark was in it."""
    process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        process.stdin.write(given.encode())
        process.stdin.close()
    except BrokenPipeError:
        pass
    text, marked = drain(process, mark.encode())
    code = process.wait()
    return code, text, marked


def drain(process, mark):
    """Reads until the process is gone; what it left behind may keep the pipe open."""
    selector = selectors.DefaultSelector()
    selector.register(process.stdout, selectors.EVENT_READ)
    kept, tail, marked, last = b"", b"", False, False
    while True:
        if selector.select(0.02):
            part = os.read(process.stdout.fileno(), 1 << 16)
            if not part:
                break
            tail = tail[-len(mark):] + part
            marked = marked or mark in tail
            kept += part[:max(0, KEPT - len(kept))]
        elif last:
            break
        else:
            last = process.poll() is not None
    return kept.replace(mark, b"").decode("utf-8", "replace").strip(), marked
