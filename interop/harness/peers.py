"""What is run: foreign peers, their roles and transports. One line a transport."""

import re
from dataclasses import dataclass

SECRET = "00112233445566778899aabbccddeeff"
# The secrets that clients hold.
SECRETS = {
    "mtproxy_abridged": SECRET,
    "mtproxy_intermediate": SECRET,
    "mtproxy_dd": "dd" + SECRET,
    "mtproxy_ee": "ee" + SECRET + b"interop.example".hex(),
}

# What `mtproto serve` takes, and what its log says of it; what it is started with.
SERVER = {
    "abridged": "abridged framing",
    "intermediate": "intermediate framing",
    "padded_intermediate": "padded_intermediate framing",
    "full": "full framing",
    "obfuscated_abridged": "abridged framing, obfuscated",
    "obfuscated_intermediate": "intermediate framing, obfuscated",
    "obfuscated_padded_intermediate": "padded_intermediate framing, obfuscated",
    "websocket_abridged": "abridged framing, WebSocket",
    "http": "HTTP long polling",
    "mtproxy_abridged": "abridged framing, MTProxy",
    "mtproxy_intermediate": "intermediate framing, MTProxy",
    "mtproxy_dd": "padded_intermediate framing, MTProxy",
    "mtproxy_ee": "padded_intermediate framing, MTProxy in fake TLS",
}
SERVER_OPTIONS = ("--secret", SECRET)
# What `mtproto connect` speaks, and the options that choose it.
CLIENT = {name: ("--transport", name) for name in SERVER if name not in SECRETS}

# All transports, and their names in the matrix.
TRANSPORTS = {
    "abridged": "abridged",
    "intermediate": "intermediate",
    "padded_intermediate": "padded intermediate",
    "full": "full",
    "obfuscated_abridged": "abridged, obfuscated",
    "obfuscated_intermediate": "intermediate, obfuscated",
    "obfuscated_padded_intermediate": "padded intermediate, obfuscated",
    "websocket_abridged": "abridged, WebSocket",
    "http": "HTTP",
    "mtproxy_abridged": "abridged, MTProxy with a plain secret",
    "mtproxy_intermediate": "intermediate, MTProxy with a plain secret",
    "mtproxy_dd": "padded intermediate, MTProxy with a dd secret",
    "mtproxy_ee": "padded intermediate, MTProxy with an ee secret (fake TLS)",
}


@dataclass(frozen=True)
class Fault:
    """A fault of a peer that spoils a run now and then: such a run is repeated, and that is printed."""

    text: str
    # What the failure looks like.
    seen: str
    # Where it strikes; everywhere if empty.
    transports: tuple[str, ...] = ()


@dataclass(frozen=True)
class Peer:
    name: str
    folder: str
    package: str
    runtime: str
    speaks: tuple[str, ...]
    limits: tuple[str, ...]
    # Transports that the peer has but that do not work with it, by its fault; a limit says why.
    broken: tuple[str, ...] = ()
    # Transports that cannot carry files, by the peer's fault; a limit says why.
    without_files: tuple[str, ...] = ()
    # Transports over which a file has 1 MiB instead of 16; a limit says why.
    small_files: tuple[str, ...] = ()
    # Parts of a file under way at a time.
    in_flight: int = 4
    faults: tuple[Fault, ...] = ()

    def fault(self, transport, failure):
        """Returns the fault that explains a failure, or None."""
        for fault in self.faults:
            if transport in (fault.transports or self.speaks) and re.search(fault.seen, failure):
                return fault
        return None


MTCUTE = Peer(
    "mtcute",
    "mtcute",
    "@mtcute/node",
    "node",
    (
        "intermediate",
        "padded_intermediate",
        "obfuscated_intermediate",
        "obfuscated_padded_intermediate",
        "mtproxy_intermediate",
        "mtproxy_dd",
        "mtproxy_ee",
    ),
    (
        "Has no abridged and no full framing (`@mtcute/core`, `network/transports`), and WebSocket in browsers only.",
        "Keeps its pings to itself: `ping` is not compared with it.",
        "Does not find a server key whose fingerprint starts with the hexadecimal digit 0: it looks for the digits without "
        "leading zeros (`@mtcute/core`, `utils/crypto/keys.js`). The run draws the server's key again if it does.",
        "Leading zero bytes of an auth key are lost: 1 exchange in 256 fails, and it makes another.",
    ),
)
GRAMJS = Peer(
    "GramJS",
    "gramjs",
    "telegram",
    "node",
    ("abridged", "full", "obfuscated_abridged", "websocket_abridged", "mtproxy_abridged"),
    (
        "Has no intermediate framing, padded or not (`telegram`, `network/connection`); its only MTProxy connection is "
        "abridged (`TCPMTProxy.js`), so dd and ee secrets, which demand padded intermediate, are out of its reach.",
        "Connects to port 80 or 443 only (`client/TelegramClient.js`, `connect`): the run passes the port in a subclass.",
        "Over plain abridged it reads a packet with one `read`, which may bring less "
        "(`network/connection/TCPAbridged.js`): a packet that comes in several pieces is lost. No files over that one; "
        "where a small packet is lost, the run is repeated.",
        "Forgets requests that wait to be sent when a connection breaks (`network/MTProtoSender.js`, `_reconnect`): files go one "
        "part at a time.",
        "Leading zero bytes of an auth key are lost: 1 exchange in 256 fails, and it makes another.",
    ),
    without_files=("abridged",),
    in_flight=1,
    faults=(Fault("loses a packet that comes in several pieces", r"did not end within", ("abridged",)),),
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
        "obfuscated_abridged",
        "obfuscated_intermediate",
        "mtproxy_abridged",
        "mtproxy_intermediate",
        "mtproxy_dd",
    ),
    (
        "Has no WebSocket (`network/connection`).",
        "Takes every HTTP response for incomplete: it compares the last byte of a line, a number, with a string "
        "(`network/connection/http.py`, `read_packet`).",
        "Has padded intermediate with dd secrets only, and cuts off at most 3 bytes of padding "
        "(`network/connection/tcpintermediate.py`).",
        "Has no fake TLS: of an ee secret it keeps the 16 bytes and drops the rest "
        "(`network/connection/tcpmtproxy.py`, `normalize_secret`).",
        "Obfuscates in Python alone (`crypto/aesctr.py`), where 16 MiB take minutes: the file has 1 MiB there, with MTProxy too.",
        "Makes its key with the RSA padding from before 2021 (`crypto/rsa.py`, `encrypt`), which the data centre takes.",
        "Leading zero bytes of an auth key are lost: 1 exchange in 256 fails, and it makes another.",
    ),
    broken=("http",),
    small_files=("obfuscated_abridged", "obfuscated_intermediate", "mtproxy_abridged", "mtproxy_intermediate", "mtproxy_dd"),
)
GOTD = Peer(
    "gotd",
    "gotd",
    "github.com/gotd/td",
    "go",
    (
        "abridged",
        "intermediate",
        "full",
        "obfuscated_abridged",
        "obfuscated_intermediate",
        "websocket_abridged",
    ),
    (
        "Padded intermediate strips the padding only to a multiple of 4 (`proto/codec/padded_intermediate.go`, "
        "`readPaddedIntermediate`): a packet with the 4 to 15 bytes that other clients and this one send ends the connection "
        "with `invalid encrypted data padding`.",
        "Drops leading zero bytes of the nonces (`crypto/temp_keys.go`): 1 exchange in 128 fails, and the run is repeated.",
        "Under obfuscation it decrypts its whole buffer after a short read (`mtproxy/obfuscated2/obfuscated2.go`, `Read`): the program "
        "hands it whole reads.",
        "Answers a session on its first connection when it comes back over a second one (`tgtest/conns.go`): no connection is "
        "broken with it.",
        "One empty connection ends its accept loop (`tgtest/server.go`, `serve`): the program hands over connections that "
        "have sent something.",
        "Its messages have salt 0 and seq_no 0 (`tgtest/send.go`, `Send`).",
        "Its listeners know no MTProxy secret (`transport/obfuscated.go`) and no HTTP.",
    ),
    broken=("padded_intermediate", "obfuscated_padded_intermediate"),
    faults=(
        Fault("drops leading zero bytes of the nonces", r"\bH9: an encrypted text with a wrong hash"),
    ),
)

# Their clients against `mtproto serve`; `mtproto connect` against their servers.
CLIENTS = (MTCUTE, GRAMJS, TELETHON)
SERVERS = (GOTD,)
