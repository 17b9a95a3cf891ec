"""What a comparison of speed found, in Markdown and as a chart."""

import os
import platform
import re
import subprocess

import bars
import peers
import racers
from report import version

SERVERS = {"ours": "to `mtproto serve`", "gotd": "to gotd's test server"}

HEAD = """# Clients beside each other

Written by `interop/compare`: one machine, client and server over loopback, one connection, {rounds} rounds in which the clients
take turns; medians, and in brackets the smallest and the largest. {machine}.

- *calls/s*: `help.getNearestDc`, with 1 and with 64 in flight, after a tenth of them to warm up.
- *up*, *down*: a file of {file} MiB in parts of 512 KiB (`upload.saveFilePart`, `upload.getFile`), 8 in flight, in MiB/s; what came
  down was compared with what went up by SHA-256.
- *processor*: seconds of processor time that the client's process took for that file.

Time is without the start of the process, the connection and the key exchange. Every client as its users get it from its
registry: mtcute with its WebAssembly, GramJS with its JavaScript, gotd with gzip on what it sends, ours with what its
default settings choose. mtcute, gotd and ours speak intermediate, GramJS full. Ours takes the SHA-256 of the file on its way, which is in its time.
The servers share the processors with the clients, and bound the fast ones.

![the table as bars](peers.svg)
"""


def text(here, medians, results, plan):
    lines = [HEAD.format(rounds=plan.rounds, file=plan.file // racers.MIB, machine=machine())]
    lines += [table(medians, plan, results), "", "| client | package | version |", "|---|---|---|"]
    lines += [f"| {x.name} | `{x.package}` | {version(here, x)} |" for x in (peers.GOTD, peers.MTCUTE, peers.GRAMJS)]
    return "\n".join(lines) + "\n"


def table(medians, plan, results=None):
    calls_one, calls_many, put, get = plan.tasks()
    lines = ["| client, server | calls/s, 1 | calls/s, 64 | up | processor | down | processor |", "|---|" + "---:|" * 6]
    for server, words in SERVERS.items():
        for racer in racers.RACERS:
            cells = []
            for task in (calls_one, calls_many, put, get):
                key = (server, racer.name, task)
                cells.append(rate(key, medians, results))
                if task in (put, get):
                    cells.append(f"{medians[key].cpu:.1f} s" if key in medians else "-")
            lines.append(f"| {racer.name} {words} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def rate(key, medians, results):
    if key not in medians:
        return "-"
    amount = key[2].amount()
    words = f"{amount / medians[key].wall:,.0f}"
    if results:
        rates = [amount / took.wall for took in results[key]]
        words += f" ({min(rates):,.0f}..{max(rates):,.0f})"
    return words


def chart(medians, plan):
    titles = ("calls/s, 1 in flight", "calls/s, 64 in flight", "MiB/s up", "MiB/s down")
    panels = []
    for title, task in zip(titles, plan.tasks()):
        values = [
            [task.amount() / medians[key].wall if (key := (server, racer.name, task)) in medians else None
             for server in SERVERS]
            for racer in racers.RACERS
        ]
        panels.append((title, values))
    return bars.chart([racer.name for racer in racers.RACERS], [x.replace("`", "") for x in SERVERS.values()], panels)


def machine():
    """Says what it ran on, without a name of the machine."""
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        processor = re.search(r"model name\s*: (.*)", info.read())
    java = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr.splitlines()[0]
    name = processor[1] if processor else platform.machine()
    return f"{len(os.sched_getaffinity(0))} processors, {name}; {java.replace(chr(34), '')}"
