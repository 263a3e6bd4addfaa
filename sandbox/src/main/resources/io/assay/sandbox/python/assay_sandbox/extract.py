"""evalplus's code_extract: the run of whole lines that parses as Python and has most lines that are not blank,
of several such the first. Only runs of two lines or more are tried; without one it is the first line. Terminal
colours are removed first.

The reference parses every run. Here longer runs come first, and what an error says of one run spares its
extensions.
"""

import ast
import bisect
import itertools
import re
import warnings

MOST_LINES = 2000
GLANCE = 10

TERMINAL_CODE = re.compile("\x1b(?:[@-Z\\\\-_]|\\[[0-?]*[ -/]*[@-~])")

# Errors in reading a line's words: the same whatever comes after the line.
OF_THE_LINE = re.compile(
    "unterminated string literal|invalid character|invalid non-printable character|invalid decimal literal"
    "|unmatched |unexpected character after line continuation|unindent does not match")


def code_extract(text):
    """The code, or None where the text has too many lines."""
    warnings.simplefilter("ignore")
    lines = TERMINAL_CODE.sub("", text).split("\n")
    if len(lines) > MOST_LINES:
        return None
    if len(lines) > 1 and "\0" in text:
        raise ValueError("source code string cannot contain null bytes")  # from some run of the reference
    return _longest(lines, list(itertools.accumulate((1 if line.strip() else 0 for line in lines), initial=0)))


def _longest(lines, before):
    """`before` counts the lines that are not blank before each line."""
    starts = [start for start in range(len(lines) - 1) if not _starts_indented(lines, start)]
    last = {start: _glance(lines, start) for start in starts}  # no run from there that is longer can parse
    for wanted in range(before[-1], 0, -1):
        for start in starts:
            if before[-1] - before[start] < wanted:
                break
            if before[last[start]] - before[start] < wanted:
                continue
            for end in _ends(before, start, wanted):
                if end > last[start]:
                    break
                error = _error("\n".join(lines[start:end]))
                if error is None:
                    return "\n".join(lines[start:end])
                last[start] = min(last[start], start + _viable(error, end - start))
    return lines[0]


def _glance(lines, start):
    """A first bound, from few lines: most lines of prose begin no program."""
    error = _error("\n".join(lines[start:start + GLANCE]))
    return len(lines) if error is None else min(len(lines), start + _viable(error, min(GLANCE, len(lines) - start)))


def _ends(before, start, wanted):
    """Where runs from a line end that have so many lines that are not blank and at least two lines."""
    end = bisect.bisect_left(before, before[start] + wanted, start + 2)
    while end < len(before) and before[end] - before[start] == wanted:
        yield end
        end += 1


def _starts_indented(lines, start):
    """No run that begins so can parse: its first line that is not blank is indented code."""
    for line in itertools.islice(lines, start, None):
        stripped = line.lstrip(" \t")
        if stripped.strip():
            return len(stripped) != len(line) and not stripped.startswith(("#", "\f", "\\"))
    return False


def _viable(error, count):
    """The length up to which runs with the same beginning may still parse. One that ends with the line of the
    error may: its end is read differently if it is a carriage return."""
    message = error.msg or ""
    # The parser met a word and found no way on: of the lines after it, it has seen nothing.
    stuck = message == "invalid syntax" and error.lineno < count
    return error.lineno if stuck or OF_THE_LINE.match(message) else MOST_LINES


def _error(code):
    try:
        ast.parse(code)
        return None
    except SyntaxError as error:
        error.lineno = error.lineno or 0
        return error
    except MemoryError:
        return SyntaxError("too deep", (None, 0, 0, None))
