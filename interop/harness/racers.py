"""The clients of a comparison of speed: each does a task in a process of its own."""

import json
import os
from typing import NamedTuple, Optional

from files import digest
from process import expect, run

MIB = 1 << 20
PART = 512 * 1024
LONGEST = 300


class Task(NamedTuple):
    """`count` calls of help.getNearestDc, or a file of so many parts put or got, with so many requests in flight."""

    kind: str
    count: int
    in_flight: int

    def __str__(self):
        return f"{self.kind}, {self.in_flight} in flight"

    def amount(self):
        """Returns calls, or MiB."""
        return self.count if self.kind == "calls" else self.count * PART // MIB


class Took(NamedTuple):
    """Seconds that a task took, without connecting, and the processor time that the client's process spent in it."""

    wall: float
    cpu: Optional[float]

    def __str__(self):
        return f"{self.wall:.2f} s" + ("" if self.cpu is None else f", {self.cpu:.2f} s of processor time")


class File:
    """What is put, and where what is got goes."""

    def __init__(self, folder, size):
        self.path = f"{folder}/source"
        self.back = f"{folder}/back"
        self.size = size
        with open(self.path, "wb") as file:
            for _ in range(size // MIB):
                file.write(os.urandom(MIB))
        self.hash = digest(self.path)


class Racer:
    """A foreign client: a program that takes a job and prints what it took."""

    def __init__(self, name, folder, transport, command):
        self.name, self._folder, self._transport, self._command = name, folder, transport, command

    def run(self, root, server, task, source, file_id):
        job = {
            "port": server.port,
            "key_file": server.key_file,
            "transport": self._transport,
            "task": task.kind,
            "count": task.count,
            "in_flight": task.in_flight,
            "id": file_id,
            "path": source.back if task.kind == "get" else source.path,
            "size": source.size,
        }
        took = json.loads(run([*self._command, json.dumps(job)], LONGEST, root / "interop" / self._folder)[-1])
        if task.kind == "get":
            expect("SHA-256", digest(source.back), source.hash)
        return Took(took["seconds"], took["cpu_seconds"])


class Ours:
    """Our client: the command line."""

    name = "ours"

    def __init__(self):
        self._put = None

    def run(self, root, server, task, source, file_id):
        address = f"127.0.0.1:{server.port}"
        options = ["--key", server.key_file, "--transport", "intermediate", "--in-flight", str(task.in_flight), "--json"]
        command = {
            "calls": ["connect", address, "--rpcs", str(task.count)],
            "put": ["put", source.path, "--server", address],
            "get": ["get", self._put or "", source.back, "--server", address],
        }[task.kind]
        result = json.loads(run([root / "mtproto", *command, *options], LONGEST)[-1])
        if task.kind == "calls":
            return Took(result["calls"] / result["per_second"], None)
        self._put = result["id"]
        expect("SHA-256", result["sha256"], source.hash)
        return Took(result["seconds"], result["cpu_seconds"])


RACERS = (
    Ours(),
    Racer("gotd", "gotd", "intermediate", ["target/gotd", "speed"]),
    Racer("mtcute", "mtcute", "intermediate", ["node", "speed.js"]),
    Racer("GramJS", "gramjs", "full", ["node", "speed.js"]),
)
