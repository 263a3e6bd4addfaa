"""Messages between processes: a length of four bytes, then JSON in ASCII."""

import json
import struct
from os import read, write

HEADER = struct.Struct("!I")
LONGEST = 64 * 1024 * 1024


class Ended(EOFError):
    """The other side is gone."""


def pack(message):
    data = json.dumps(message, separators=(",", ":")).encode("ascii")
    if len(data) > LONGEST:
        raise OverflowError("a message of %d bytes is too long" % len(data))
    return HEADER.pack(len(data)) + data


class Channel:
    """Messages over a descriptor that is read and written."""

    def __init__(self, descriptor):
        self.descriptor = descriptor
        self.buffer = b""

    def send(self, message):
        write_message(self.descriptor, message)

    def receive(self):
        header = self._take(HEADER.size)
        (length,) = HEADER.unpack(header)
        if length > LONGEST:
            raise OverflowError("a message of %d bytes is too long" % length)
        return json.loads(self._take(length))

    def _take(self, count):
        if len(self.buffer) < count:
            parts = [self.buffer]
            have = len(self.buffer)
            while have < count:
                part = read(self.descriptor, max(65536, min(count - have, 1 << 20)))
                if not part:
                    raise Ended("the other side is gone")
                parts.append(part)
                have += len(part)
            self.buffer = b"".join(parts)
        taken, self.buffer = self.buffer[:count], self.buffer[count:]
        return taken


def write_message(descriptor, message):
    data = pack(message)
    written = write(descriptor, data)
    while written < len(data):
        written += write(descriptor, data[written:written + (1 << 20)])
