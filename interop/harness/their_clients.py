"""Foreign clients against `mtproto serve`: what a client says it saw has to be what the server's log says it did."""

import json
import re
import sys

from peers import SECRETS
from process import Failed, Lines, expect, run
from relay import Relay

NEAREST = "ZZ 2 2"
TOGETHER = 8
# First of all, several at once, one from the second client.
QUESTIONS = 1 + TOGETHER + 1
STEP = 60
CLIENT = 150


class OurServer:
    """An `mtproto serve` with a key that every client finds."""

    def __init__(self, root, key_file, options):
        while True:
            self.log = Lines([root / "mtproto", "serve", "--listen", "127.0.0.1:0", "--public-key-out", key_file, *options])
            ready = self.log.wait_for(lambda line: line.startswith("ready: "), STEP)
            self.port = int(re.search(r"127\.0\.0\.1:(\d+)", ready)[1])
            # in wire order, little-endian: mtcute does not find a key whose number starts with the digit 0
            if not re.search(r"public key [0-9a-f]{14}0", ready):
                break
            self.log.close()
        self.key_file = key_file

    def close(self):
        self.log.close()


def check(server, command, cwd, transport, framing, in_flight, files):
    """Runs a client once and compares both ends."""
    start = len(server.log.lines)
    # in the middle of the upload
    relay = Relay(server.port, files.size // 2 if files else sys.maxsize)
    try:
        job = {
            "transport": transport,
            "port": relay.port,
            "secret": SECRETS.get(transport),
            "key_file": server.key_file,
            "together": TOGETHER,
            "in_flight": in_flight,
            "files": files.job() if files else [],
        }
        saw = json.loads(run([*command, json.dumps(job)], CLIENT, cwd)[-1])
        log = connections(server, start)
    finally:
        relay.close()
    compare(saw, log, f"127.0.0.1:{server.port}", framing)
    if files:
        expect("broken connection", relay.was_cut, True)
        compare_files(saw, log, job["files"], files)


def connections(server, start):
    """Returns what the log says of each connection that began since line `start`, once all of them have ended."""
    def ended(_):
        lines = server.log.lines[start:]
        return sum(": from " in x for x in lines) <= sum(": closed: " in x for x in lines)

    server.log.wait_for(ended, STEP, start)
    found = {}
    for line in server.log.lines[start:]:
        number, text = re.fullmatch(r"connection (\d+): (.*)", line).groups()
        if text.startswith("from ") or number in found:
            found.setdefault(number, []).append(text)
    return list(found.values())


def compare(saw, log, address, framing):
    expect("answers", saw["nearest"], [NEAREST] * QUESTIONS)
    expect("data centre", saw["this_dc"], 2)
    expect("its addresses", saw["dc_options"], [address])
    expect("pong", saw["pong"] in (True, None), True)
    expect("key of the second client", saw["key_again"], saw["key"])
    expect("fewer packets than questions at once", saw["packets"] < TOGETHER, True)
    for events in log:
        expect("framing", events[0].split(", ", 1)[1], framing)
    made = [x.split()[-1] for events in log for x in events if x.startswith("key exchange: permanent key ")]
    if made[:-1]:
        print(f"  {len(made) - 1} key exchange repeated by the client: its fault, see the limits", flush=True)
    expect("the key made last", made[-1:], [saw["key"]])
    expect("a second connection with it", len(log) > len(made), True)
    sent = answers(log)
    expect("answers sent", sum(x.startswith("help.getNearestDc: nearestDc,") for x in sent), QUESTIONS)
    expect("configurations sent", sum(x.startswith("help.getConfig: config,") for x in sent) >= 1, True)
    error = f"rpc_error {saw['error']['code']} {saw['error']['message']}"
    expect("the error", any(x.endswith(error) for x in sent), True)
    # Several clients start with salt 0 and take the first one from this refusal.
    odd = [x for events in log for x in events if x.startswith("refused") and "bad_server_salt" not in x]
    expect("refusals", odd, [])


def compare_files(saw, log, wanted, files):
    expect("SHA-256 at the server", saw["hashes"], files.hashes)
    for file in wanted:
        expect(f"{file['name']}, there and back", files.is_back(file), True)
    packed = sum(x.startswith("upload.getFile: upload.file, packed,") for x in answers(log))
    expect("packed answers", (packed >= 1, saw["unpacked"]), (True, packed))


def answers(log):
    """Returns what was answered, each a method and its result."""
    return [x.removeprefix("rpc ") for events in log for x in events if x.startswith("rpc ")]
