"""Runs foreign peers against MTProto for Java and writes docs/interop.md. Started by interop/run."""

import signal
import sys
import tempfile
import time
from pathlib import Path

import peers
import report
import their_clients
import their_servers
from process import Failed

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "interop"
# Each peer has faults that spoil one exchange in some hundred; see its limits.
TRIES = 3
COMMANDS = {
    "mtcute": ["node", "client.js"],
    "gramjs": ["node", "client.js"],
    "telethon": ["target/venv/bin/python", "-B", "client.py"],
    "gotd": ["target/gotd"],
}


def main():
    chosen = sys.argv[1:]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    outcome = {}
    with tempfile.TemporaryDirectory() as folder:
        clients = [x for x in peers.CLIENTS if x.folder in chosen]
        if clients:
            server = their_clients.OurServer(ROOT, f"{folder}/ours.pem", peers.SERVER_OPTIONS)
            try:
                for peer in clients:
                    run_client(server, peer, outcome)
            finally:
                server.close()
        for peer in [x for x in peers.SERVERS if x.folder in chosen]:
            server = their_servers.TheirServer(HERE / peer.folder / COMMANDS[peer.folder][0], f"{folder}/theirs.pem")
            try:
                run_server(server, peer, outcome)
            finally:
                server.close()
    failed = [key for key, error in outcome.items() if error]
    print(f"{len(outcome) - len(failed)} of {len(outcome)} combinations work")
    if failed:
        sys.exit(1)
    if {x.folder for x in (*peers.CLIENTS, *peers.SERVERS)} <= set(chosen):
        (ROOT / "docs" / "interop.md").write_text(report.text(HERE, outcome), encoding="utf-8")


def run_client(server, peer, outcome):
    folder = HERE / peer.folder
    program, *arguments = COMMANDS[peer.folder]
    command = [folder / program if "/" in program else program, *arguments]
    for transport in peer.speaks:
        if transport in peers.SERVER:
            framing = peers.SERVER[transport]
            outcome[peer.name, transport] = attempt(
                f"{peer.name} to our server, {peers.TRANSPORTS[transport]}",
                lambda: their_clients.check(server, command, folder, transport, framing))


def run_server(server, peer, outcome):
    for transport in peer.speaks:
        if transport in peers.CLIENT:
            options = peers.CLIENT[transport]
            outcome[peer.name, transport] = attempt(
                f"our client to {peer.name}, {peers.TRANSPORTS[transport]}",
                lambda: their_servers.check(server, ROOT, transport, options))


def attempt(what, action):
    """Tries an action; returns why it failed at last, or None."""
    for number in range(1, TRIES + 1):
        start = time.monotonic()
        try:
            action()
        except (Failed, ValueError, KeyError, IndexError, AttributeError) as e:
            error = f"{type(e).__name__}: {e}"
            print(f"{what}: attempt {number}: {error}", flush=True)
        else:
            print(f"{what}: works, {time.monotonic() - start:.1f} s", flush=True)
            return None
    return error


if __name__ == "__main__":
    main()
