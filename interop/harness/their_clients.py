"""Foreign clients against `mtproto serve`: what a client says it saw has to be what the server's log says it did."""

import json
import re

from peers import SECRETS
from process import Failed, Lines, run

NEAREST = "ZZ 2 2"
# First of all, one after another, eight at once, one after the reconnect.
QUESTIONS = 10
STEP = 60


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


def check(server, command, cwd, transport, framing):
    """Runs a client once and compares both ends; returns the version that it names."""
    start = len(server.log.lines)
    secret = [SECRETS[transport]] if transport in SECRETS else []
    out = run([*command, transport, str(server.port), server.key_file, *secret], STEP, cwd)
    saw = json.loads(out.splitlines()[-1])
    compare(saw, connections(server, start), f"127.0.0.1:{server.port}", framing)
    return saw["version"]


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
    first, *later = log
    expect("answers", saw["nearest"], [NEAREST] * QUESTIONS)
    expect("data centre", saw["this_dc"], 2)
    expect("its addresses", saw["dc_options"], [address])
    expect("pong", saw["pong"] in (True, None), True)
    expect("key after reconnect", saw["key_again"], saw["key"])
    expect("connections", len(later) >= 1, True)
    for events in log:
        expect("framing", events[0].split(", ", 1)[1], framing)
    made = [x.split()[-1] for events in log for x in events if x.startswith("key exchange: permanent key ")]
    expect("keys made", made, [saw["key"]])
    answered = [x for events in log for x in events if x.startswith("rpc ")]
    expect("answers sent", sum(x.startswith("rpc help.getNearestDc: nearestDc,") for x in answered), QUESTIONS)
    expect("configurations sent", sum(x.startswith("rpc help.getConfig: config,") for x in answered) >= 1, True)
    error = f"rpc_error {saw['error']['code']} {saw['error']['message']}"
    expect("the error", any(x.endswith(error) for x in answered), True)
    # Several clients start with salt 0 and take the first one from this refusal.
    odd = [x for events in log for x in events if x.startswith("refused") and "bad_server_salt" not in x]
    expect("refusals", odd, [])


def expect(what, seen, wanted):
    if seen != wanted:
        raise Failed(f"{what}: {seen}, not {wanted}")
