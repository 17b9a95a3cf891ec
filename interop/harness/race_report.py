"""What a comparison of speed found, in Markdown and as a chart."""

import os
import platform
import re
import statistics
import subprocess

import bars
import peers
import racers
from report import version

SERVERS = {"ours": "to `mtproto serve`", "gotd": "to gotd's test server"}

HEAD = """# Clients beside each other

Written by `interop/compare`: one machine, client and server over loopback, one connection, {rounds} rounds in which the clients
take turns; medians, and in brackets the smallest and the largest. {machine}.

- *calls/s*: `help.getNearestDc`, {one:,} of them with 1 in flight, {many:,} with 64.
- *up*, *down*: a file of {file} MiB in parts of 512 KiB (`upload.saveFilePart`, `upload.getFile`), 8 in flight, in MiB/s; what came
  down was compared with what went up by SHA-256.
- *processor*: what the client's process took of the processors' time: for a call in microseconds, for the file in seconds.

Each process does its task twice, and prints what each time took, without its start, the connection and the key exchange. Every
client as its users get it from its registry: mtcute with its WebAssembly, GramJS with its JavaScript, gotd with gzip on what it sends,
ours with `FASTEST`, on JDK 25 with the module of vectors. mtcute, gotd and ours speak intermediate, GramJS full. The servers share
the processors with the clients, and bound the fast ones.

## The second time

{second}

![the table as bars](peers.svg)

## The first time

That of a process which has only just begun: compilers that work while the program runs have not ended.

{first}

## Versions

{versions}
"""


class Report:
    """`results` has, for each server, client and task, what it took the first time and the second, once for each round."""

    def __init__(self, plan, clients, results):
        self._plan, self._clients, self._results = plan, clients, results

    def text(self, here):
        one, many = self._plan.tasks()[:2]
        versions = ["| client | package | version |", "|---|---|---|"]
        versions += [f"| {x.name} | `{x.package}` | {version(here, x)} |" for x in (peers.GOTD, peers.MTCUTE, peers.GRAMJS)]
        return HEAD.format(
            rounds=self._plan.rounds, file=self._plan.file // racers.MIB, one=one.count, many=many.count, machine=machine(),
            second=self.table(1), first=self.table(0), versions="\n".join(versions))

    def table(self, time):
        lines = [
            "| client, server | calls/s, 1 | processor | calls/s, 64 | processor | up | processor | down | processor |",
            "|---|" + "---:|" * 8,
        ]
        for server, words in SERVERS.items():
            for client in self._clients:
                cells = []
                for task in self._plan.tasks():
                    rounds = [times[time] for times in self._results[server, client, task]]
                    cells += [rate(task, rounds), processor(task, rounds)]
                lines.append(f"| {client} {words} | " + " | ".join(cells) + " |")
        return "\n".join(lines)

    def chart(self):
        titles = ("calls/s, 1 in flight", "calls/s, 64 in flight", "MiB/s up", "MiB/s down")
        panels = []
        for title, task in zip(titles, self._plan.tasks()):
            values = [
                [task.amount() / statistics.median(x[1].wall for x in self._results[server, client, task]) for server in SERVERS]
                for client in self._clients
            ]
            panels.append((title, values))
        return bars.chart(self._clients, [x.replace("`", "") for x in SERVERS.values()], panels)


def rate(task, rounds):
    rates = [task.amount() / x.wall for x in rounds]
    return f"{task.amount() / statistics.median(x.wall for x in rounds):,.0f} ({min(rates):,.0f}..{max(rates):,.0f})"


def processor(task, rounds):
    seconds = statistics.median(x.cpu for x in rounds)
    return f"{seconds / task.count * 1e6:.0f} µs" if task.kind == "calls" else f"{seconds:.1f} s"


def machine():
    """Says what it ran on, without a name of the machine."""
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        processor = re.search(r"model name\s*: (.*)", info.read())
    java = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr.splitlines()[0]
    name = processor[1] if processor else platform.machine()
    return f"{len(os.sched_getaffinity(0))} processors, {name}; {java.replace(chr(34), '')}"
