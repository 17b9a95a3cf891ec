"""Runs foreign peers against MTProto for Java and writes docs/interop.md. Started by interop/run."""

import signal
import sys
import tempfile
import time
from pathlib import Path

import files
import peers
import report
import their_clients
import their_servers
from files import Files
from process import Failed

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "interop"
# How often a run is made again that a known fault of the peer has spoilt.
REPEATS = 2
COMMANDS = {
    "mtcute": ["node", "client.js"],
    "gramjs": ["node", "client.js"],
    "telethon": ["target/venv/bin/python", "-B", "client.py"],
    "gotd": ["target/gotd", "serve"],
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
                big, small = Files(folder, files.BIG), Files(folder, files.SMALL)
                for peer in clients:
                    run_client(server, peer, big, small, outcome)
            finally:
                server.close()
        for peer in [x for x in peers.SERVERS if x.folder in chosen]:
            server = their_servers.TheirServer(command(peer), f"{folder}/theirs.pem")
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


def command(peer):
    program, *arguments = COMMANDS[peer.folder]
    return [HERE / peer.folder / program if "/" in program else program, *arguments]


def run_client(server, peer, big, small, outcome):
    for transport in peer.speaks:
        if transport in peers.SERVER:
            carried = None if transport in peer.without_files else small if transport in peer.small_files else big
            framing = peers.SERVER[transport]
            outcome[peer.name, transport] = attempt(
                peer, transport, f"{peer.name} to our server",
                lambda: their_clients.check(server, command(peer), HERE / peer.folder, transport, framing, peer.in_flight, carried))


def run_server(server, peer, outcome):
    for transport in peer.speaks:
        if transport in peers.CLIENT:
            options = peers.CLIENT[transport]
            outcome[peer.name, transport] = attempt(
                peer, transport, f"our client to {peer.name}",
                lambda: their_servers.check(server, ROOT, transport, options))


def attempt(peer, transport, what, action):
    """Makes a run, again where a known fault of the peer has spoilt it; returns why it failed, or None."""
    what = f"{what}, {peers.TRANSPORTS[transport]}"
    for number in range(1 + REPEATS):
        start = time.monotonic()
        try:
            action()
        except (Failed, ValueError, KeyError, IndexError, AttributeError) as e:
            error = f"{type(e).__name__}: {e}"
            print(f"{what}: {error}", flush=True)
            fault = peer.fault(transport, error)
            if fault is None:
                return error
            print(f"  a fault of {peer.name}, which {fault.text}; repeated", flush=True)
        else:
            print(f"{what}: works, {time.monotonic() - start:.1f} s", flush=True)
            return None
    return error


if __name__ == "__main__":
    main()
