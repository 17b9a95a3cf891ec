"""Compares the speed of clients and writes docs/peers.md and docs/peers.svg. Started by interop/compare."""

import os
import random
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import race_report
import racers
from racers import MIB
from their_clients import OurServer
from their_servers import TheirServer

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "interop"


@dataclass(frozen=True)
class Plan:
    rounds: int
    one: int
    many: int
    file: int

    def tasks(self):
        """Returns what each client does in a round, in order: what was put is got."""
        return (
            racers.Task("calls", self.one, 1),
            racers.Task("calls", self.many, 64),
            racers.Task("put", self.file // racers.PART, 8),
            racers.Task("get", self.file // racers.PART, 8),
        )


FULL = Plan(5, 10_000, 20_000, 256 * MIB)
QUICK = Plan(1, 500, 2_000, 16 * MIB)


def main():
    plan = QUICK if "--quick" in sys.argv[1:] else FULL
    os.environ["INTEROP_QUIET"] = "1"
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        source = racers.File(folder, plan.file)
        servers = {
            "ours": OurServer(ROOT, f"{folder}/ours.pem", ("--quiet",)),
            "gotd": TheirServer([HERE / "gotd/target/gotd", "serve"], f"{folder}/theirs.pem"),
        }
        try:
            for number in range(plan.rounds):
                run_round(number, plan, servers, source, results)
        finally:
            for server in servers.values():
                server.close()
    medians = {key: median(took) for key, took in results.items()}
    print(race_report.table(medians, plan))
    if plan is FULL:
        (ROOT / "docs" / "peers.md").write_text(race_report.text(HERE, medians, results, plan), encoding="utf-8")
        (ROOT / "docs" / "peers.svg").write_text(race_report.chart(medians, plan), encoding="utf-8")


def run_round(number, plan, servers, source, results):
    """Has each client do each task against each server once; the clients take turns at being first."""
    for server_name, server in servers.items():
        for racer in rotated(racers.RACERS, number):
            file_id = str(random.getrandbits(62))
            for task in plan.tasks():
                took = racer.run(ROOT, server, task, source, file_id)
                results.setdefault((server_name, racer.name, task), []).append(took)
                print(f"round {number + 1}, {racer.name} to {server_name}, {task}: {took}", flush=True)


def median(took):
    cpu = [x.cpu for x in took if x.cpu is not None]
    return racers.Took(statistics.median(x.wall for x in took), statistics.median(cpu) if cpu else None)


def rotated(items, by):
    by %= len(items)
    return items[by:] + items[:by]


if __name__ == "__main__":
    main()
