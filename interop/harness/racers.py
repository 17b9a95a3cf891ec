"""The clients of a comparison of speed: each does a task in a process of its own."""

import json
import os
import subprocess
from pathlib import Path
from typing import NamedTuple

from files import digest
from process import Failed, expect

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
    """Seconds that a task took, without connecting; processor seconds of the client's whole process."""

    wall: float
    cpu: float

    def __str__(self):
        return f"{self.wall:.2f} s, {self.cpu:.2f} s of processor time"


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
    """A foreign client: a program that takes a job and prints the seconds that it took."""

    def __init__(self, name, folder, transport, command):
        self.name, self.folder, self.transport, self._command = name, folder, transport, command

    def run(self, root, server, task, source, file_id):
        job = {
            "port": server.port,
            "key_file": server.key_file,
            "transport": self.transport,
            "task": task.kind,
            "count": task.count,
            "in_flight": task.in_flight,
            "id": file_id,
            "path": source.back if task.kind == "get" else source.path,
            "size": source.size,
        }
        lines, cpu = measured([*self._command, json.dumps(job)], root / "interop" / self.folder)
        return Took(json.loads(lines[-1])["seconds"], cpu).checked(task, source)


def measured(command, cwd):
    """Runs a command; returns the lines that it printed and its processor time in seconds."""
    with subprocess.Popen(
        ["timeout", str(LONGEST), *command], cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    ) as process:
        lines = process.stdout.read().splitlines()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Failed(f"{command[0]} ended with status {process.returncode}")
    return lines, usage.ru_utime + usage.ru_stime
