"""Compares the speed of clients and writes docs/peers.md and docs/peers.svg. Started by interop/compare."""

import os
import random
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


FULL = Plan(3, 10_000, 50_000, 256 * MIB)
QUICK = Plan(1, 500, 2_000, 16 * MIB)


def main():
    plan = QUICK if "--quick" in sys.argv[1:] else FULL
    os.environ["INTEROP_QUIET"] = "1"
    clients = racers.all_racers()
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        source = racers.File(folder, plan.file)
        servers = {
            "ours": OurServer(ROOT, f"{folder}/ours.pem", ("--quiet",)),
            "gotd": TheirServer([HERE / "gotd/target/gotd", "serve"], f"{folder}/theirs.pem"),
        }
        try:
            for number in range(plan.rounds):
                run_round(number, plan, servers, clients, source, results)
        finally:
            for server in servers.values():
                server.close()
    report = race_report.Report(plan, [x.name for x in clients], results)
    print(report.table(1))
    if plan is FULL:
        (ROOT / "docs" / "peers.md").write_text(report.text(HERE), encoding="utf-8")
        (ROOT / "docs" / "peers.svg").write_text(report.chart(), encoding="utf-8")


def run_round(number, plan, servers, clients, source, results):
    """Has each client do each task against each server once; the clients take turns at being first."""
    for server_name, server in servers.items():
        for racer in rotated(clients, number):
            file_id = str(random.getrandbits(62))
            for task in plan.tasks():
                times = racer.run(ROOT, server, task, source, file_id)
                results.setdefault((server_name, racer.name, task), []).append(times)
                print(f"round {number + 1}, {racer.name} to {server_name}, {task}: {times[0]}; then {times[1]}", flush=True)


def rotated(items, by):
    by %= len(items)
    return items[by:] + items[:by]


if __name__ == "__main__":
    main()
