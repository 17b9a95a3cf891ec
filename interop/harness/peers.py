"""What is run: foreign peers, their roles and transports. One line a transport."""

from dataclasses import dataclass

# What `mtproto serve` takes, and what its log calls it; what it is started with.
SERVER = {
    "abridged": "abridged",
    "intermediate": "intermediate",
}
SERVER_OPTIONS = ()
# What `mtproto connect` speaks, and the options that choose it.
CLIENT = {
    "abridged": (),
}

TRANSPORTS = {
    "abridged": "abridged",
    "intermediate": "intermediate",
    "padded_intermediate": "padded intermediate",
    "full": "full",
    "obfuscated abridged": "obfuscated2, abridged",
    "obfuscated intermediate": "obfuscated2, intermediate",
    "obfuscated padded_intermediate": "obfuscated2, padded intermediate",
    "mtproxy plain": "MTProxy, plain secret",
    "mtproxy dd": "MTProxy, dd secret",
    "mtproxy ee": "MTProxy, ee secret (fake TLS)",
}


@dataclass(frozen=True)
class Peer:
    name: str
    folder: str
    package: str
    runtime: str
    speaks: tuple[str, ...]
    limits: tuple[str, ...]


MTCUTE = Peer(
    "mtcute",
    "mtcute",
    "@mtcute/node",
    "node",
    (
        "intermediate",
        "padded_intermediate",
        "obfuscated intermediate",
        "obfuscated padded_intermediate",
        "mtproxy plain",
        "mtproxy dd",
        "mtproxy ee",
    ),
    (
        "Has no abridged and no full framing (`@mtcute/core`, `network/transports`).",
        "Keeps its pings to itself: `ping` is not compared with it.",
        "Does not find a server key whose fingerprint starts with the hexadecimal digit 0: it looks for the digits without "
        "leading zeros (`@mtcute/core`, `utils/crypto/keys.js`). The run draws the server's key again if it does.",
        "Leading zero bytes of an auth key are lost: 1 exchange in 256 fails, and is repeated.",
    ),
)
GRAMJS = Peer(
    "GramJS",
    "gramjs",
    "telegram",
    "node",
    ("abridged", "full", "obfuscated abridged", "mtproxy plain"),
    (
        "Has no intermediate framing, padded or not (`telegram`, `network/connection`); its only MTProxy connection is "
        "abridged (`TCPMTProxy.js`), so dd and ee secrets, which demand padded intermediate, are out of its reach.",
        "Connects to port 80 or 443 only (`client/TelegramClient.js`, `connect`): the run passes the port in a subclass.",
        "Over plain abridged it reads a packet with one `read`, which may bring less "
        "(`network/connection/TCPAbridged.js`): a packet that comes in several pieces is lost, and the attempt repeated.",
        "Leading zero bytes of an auth key are lost: 1 exchange in 256 fails, and is repeated.",
    ),
)
TELETHON = Peer(
    "Telethon",
    "telethon",
    "telethon",
    "python3",
    (
        "abridged",
        "intermediate",
        "full",
        "obfuscated abridged",
        "obfuscated intermediate",
        "mtproxy plain",
        "mtproxy dd",
    ),
    (
        "Has padded intermediate with dd secrets only, and cuts off at most 3 bytes of padding "
        "(`network/connection/tcpintermediate.py`).",
        "Has no fake TLS: of an ee secret it keeps the 16 bytes and drops the rest "
        "(`network/connection/tcpmtproxy.py`, `normalize_secret`).",
        "Makes its key with the RSA padding from before 2021 (`crypto/rsa.py`, `encrypt`), which the data centre takes.",
        "Leading zero bytes of an auth key are lost: 1 exchange in 256 fails, and is repeated.",
    ),
)
GOTD = Peer(
    "gotd",
    "gotd",
    "github.com/gotd/td",
    "go",
    ("abridged", "intermediate", "padded_intermediate", "full", "obfuscated abridged", "obfuscated intermediate"),
    (
        "Padded intermediate strips the padding only to a multiple of 4 (`proto/codec/padded_intermediate.go`).",
        "Drops leading zero bytes of the nonces: 1 exchange in 128 fails, and is repeated.",
        "One empty connection ends its accept loop (`tgtest/server.go`, `serve`): the program hands over connections that "
        "have sent something.",
        "Its messages have salt 0 and seq_no 0 (`tgtest/send.go`, `Send`).",
        "Knows no MTProxy secret in `tgtest`.",
    ),
)

# Their clients against `mtproto serve`; `mtproto connect` against their servers.
CLIENTS = (MTCUTE, GRAMJS, TELETHON)
SERVERS = (GOTD,)
