"""The matrix in Markdown."""

import json
import re

import peers

HEAD = """# Foreign peers

Written by `interop/run`, which starts others' implementations against this one, over loopback, and compares both ends.
`yes`: it was run, and all of that came out equal; `no files`: all but the files. `no`: the peer does not have it. `broken`: it has
it, but by its own fault it does not work with others. What is theirs is listed below. `-`: the command line of this project does
not offer it in that role.

*Their clients, our server* (`mtproto serve`):

- key exchange; `help.getConfig`, with the addresses it names; a ping; a method that the server does not have, and its error;
- eight questions at once, in fewer packets: in containers; ten answers in all;
- a file of 16 MiB up and down, and a small one that packs well, whose answer the server packs with gzip: as many are packed as
  the client unpacks; SHA-256 of what was sent, of what the server says it has (`upload.getFileHashes`) and of what came back;
- the connection is broken in the middle of the upload: the client goes on over another one;
- a second client with the same key.

The server's log has to show the same key id, made once, the framing, as many answers as the client got, the same error, and no
refusal but that of a first salt of 0.

*Our client, their server*:

- `mtproto connect`: key exchange, ping, `help.getConfig`. The server's log has to show the key id and the msg_ids that our client
  sent, and the client the data that the server holds;
- a program (`interop/java`): an update that the server pushes, byte for byte; three hundred calls at once, all answered, under
  one key.

How to run it: [interop/README.md](../interop/README.md).
"""


def text(folder, outcome):
    lines = [HEAD, "| transport |" + "".join(f" {x.name} |" for x in everyone())]
    lines.append("|---|" + "---|" * len(everyone()))
    for transport, name in peers.TRANSPORTS.items():
        lines.append(f"| {name} |" + "".join(f" {cell(peer, transport, outcome)} |" for peer in everyone()))
    lines += ["", "| peer | role | package | version |", "|---|---|---|---|"]
    for peer in everyone():
        role = "client" if peer in peers.CLIENTS else "server"
        lines.append(f"| {peer.name} | {role} | `{peer.package}` | {version(folder, peer)} |")
    lines += ["", "## What is theirs", ""]
    for peer in everyone():
        lines += [f"{peer.name}:", "", *(f"- {limit}" for limit in peer.limits), ""]
    return "\n".join(lines).rstrip() + "\n"


def everyone():
    return (*peers.CLIENTS, *peers.SERVERS)


def cell(peer, transport, outcome):
    if (peer.name, transport) in outcome:
        return "no files" if transport in peer.without_files else "yes"
    if transport in peer.broken:
        return "broken"
    return "-" if transport in peer.speaks else "no"


def version(folder, peer):
    """Returns the version that the lock file of a peer names."""
    folder = folder / peer.folder
    if peer.runtime == "node":
        return json.loads((folder / "package-lock.json").read_text())["packages"]["node_modules/" + peer.package]["version"]
    file = "go.mod" if peer.runtime == "go" else "requirements.txt"
    return re.search(re.escape(peer.package) + r"(?: v|==)(\S+)", (folder / file).read_text())[1]
