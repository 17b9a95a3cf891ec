"""The clients of a comparison of speed: each does a task, twice, in a process of its own."""

import json
import os
import re
import subprocess
from typing import NamedTuple

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
    """Seconds that a task took once, without connecting, and the processor time that the client's process spent in it."""

    wall: float
    cpu: float

    def __str__(self):
        return f"{self.wall:.2f} s ({self.cpu:.2f} s of processor time)"


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
    """A foreign client: a program that takes a job and prints what it took each time."""

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
        return times(run([*self._command, json.dumps(job)], LONGEST, root / "interop" / self._folder), task, source)


class Ours:
    """Our client, by its API."""

    def __init__(self, java, options=()):
        self._command = [java, *options]
        version = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr
        self.name = f"ours, JDK {re.search(r'version .([0-9]+)', version)[1]}"

    def run(self, root, server, task, source, file_id):
        modules = ["--module-path", root / "mtproto-cli/target/lib", "--add-modules", "ALL-MODULE-PATH"]
        path = source.back if task.kind == "get" else source.path
        job = [server.port, server.key_file, "intermediate", task.kind, task.count, task.in_flight, file_id, path]
        program = [root / "interop/java/Speed.java", *map(str, job)]
        return times(run([*self._command, *modules, *program], LONGEST), task, source)


def times(lines, task, source):
    """Returns what a task took the first time and the second, once what it did has been checked."""
    if task.kind == "get":
        expect("SHA-256", digest(source.back), source.hash)
    first, second = (json.loads(line) for line in lines[-2:])
    return [Took(took["seconds"], took["cpu_seconds"]) for took in (first, second)]


def all_racers():
    ours = [Ours(f"{os.environ['JAVA_HOME']}/bin/java" if "JAVA_HOME" in os.environ else "java")]
    if os.environ.get("INTEROP_JDK25"):
        ours.append(Ours(f"{os.environ['INTEROP_JDK25']}/bin/java", ["--add-modules", "jdk.incubator.vector"]))
    return [
        *ours,
        Racer("gotd", "gotd", "intermediate", ["target/gotd", "speed"]),
        Racer("mtcute", "mtcute", "intermediate", ["node", "speed.js"]),
        Racer("GramJS", "gramjs", "full", ["node", "speed.js"]),
    ]
