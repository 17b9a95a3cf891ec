"""Our client against a foreign server: what it says it sent and got has to be in the server's log."""

import json
import os

from process import Lines, expect, run

STEP = 90
CALLS = 300


class TheirServer:
    def __init__(self, command, key_file):
        self.log = Lines([*command, key_file])
        self.ready = json.loads(self.log.wait_for(lambda line: '"ready"' in line, STEP))
        self.key_file = key_file
        self.port = self.ready["plain"]

    def close(self):
        self.log.close()


def check(server, root, transport, options):
    """Connects twice and compares both ends."""
    port = server.ready.get(transport.split("_")[0], server.port)
    check_connect(server, root, port, options)
    check_session(server, root, port, transport)


def check_connect(server, root, port, options):
    """`mtproto connect`, which shows every message."""
    start = len(server.log.lines)
    command = [root / "mtproto", "connect", f"127.0.0.1:{port}", "--key", server.key_file, "--json", *options]
    events = [json.loads(line) for line in run(command, STEP)]
    compare(events[-1], events, [json.loads(line) for line in server.log.lines[start:]], server.ready)


def check_session(server, root, port, transport):
    """A program of our client: an update that the server pushes, and calls, all at once."""
    start = len(server.log.lines)
    java = f"{os.environ['JAVA_HOME']}/bin/java" if "JAVA_HOME" in os.environ else "java"
    modules = ["--module-path", root / "mtproto-cli/target/lib", "--add-modules", "ALL-MODULE-PATH"]
    program = [root / "interop/java/Session.java", str(port), server.key_file, transport, str(CALLS)]
    saw = json.loads(run([java, *modules, *program], STEP)[-1])
    log = [json.loads(line) for line in server.log.lines[start:]]
    expect("the update pushed", [x["body"] for x in log if x["event"] == "pushed"], [saw["update"]])
    expect("answers", saw["answers"], CALLS)
    expect("keys", len({line["key_id"] for line in log if line.get("event") == "Got request"}), 1)


def compare(result, events, log, ready):
    expect("result", (result["event"], result["ok"]), ("result", True))
    expect("data centre", result["this_dc"], ready["this_dc"])
    expect("its addresses", result["dc_options"], ready["dc_options"])
    requests = [line for line in log if line.get("event") == "Got request"]
    expect("key", {line["key_id"] for line in requests}, {result["auth_key_id"]})
    served = {str(line["msg_id"]) for line in requests}
    for name in ("ping", "help.getConfig"):
        sent = {x["msg_id"] for x in messages(events, "out") if name in words(x["name"])}
        expect(name + " sent and served", len(sent) == 1 and sent <= served, True)
    got = {word for x in messages(events, "in") for word in words(x["name"])}
    expect("pong and config", {"pong", "config"} <= got, True)


def messages(events, direction):
    return [x for x in events if x["event"] == "message" and x["direction"] == direction]


def words(name):
    """Returns the parts of a name such as `rpc_result(config)`."""
    return set(name.replace(")", "").split("("))
