"""Talks with Telethon to the server of the job, and prints what it saw as its last line, a JSON object."""

import asyncio
import hashlib
import json
import os
import sys

from telethon import TelegramClient, errors, functions, types, version
from telethon.crypto import rsa
from telethon.network import connection
from telethon.network.connection.tcpintermediate import IntermediatePacketCodec
from telethon.network.connection.tcpobfuscated import ConnectionTcpObfuscated
from telethon.sessions import MemorySession
from telethon.tl.core.gzippacked import GzipPacked

DC = 2
PING_ID = 7263748596070504030
PART = 512 * 1024

job = json.loads(sys.argv[1])


class ObfuscatedIntermediate(ConnectionTcpObfuscated):
    packet_codec = IntermediatePacketCodec


CONNECTIONS = {
    "abridged": connection.ConnectionTcpAbridged,
    "intermediate": connection.ConnectionTcpIntermediate,
    "full": connection.ConnectionTcpFull,
    "obfuscated_abridged": connection.ConnectionTcpObfuscated,
    "obfuscated_intermediate": ObfuscatedIntermediate,
    "http": connection.ConnectionHttp,
    "mtproxy_abridged": connection.ConnectionTcpMTProxyAbridged,
    "mtproxy_intermediate": connection.ConnectionTcpMTProxyIntermediate,
    "mtproxy_dd": connection.ConnectionTcpMTProxyRandomizedIntermediate,
}


class Unpacked:
    """Counts the gzip_packed that were received."""

    count = 0
    read = GzipPacked.from_reader

    @classmethod
    def counted(cls, reader):
        cls.count += 1
        return cls.read(reader)


GzipPacked.from_reader = Unpacked.counted


def step(name):
    """Says what is done next, so that a failure can be told from another."""
    print(json.dumps({"step": name}), flush=True)


async def open_client(session):
    port, secret = job["port"], job.get("secret")
    session.set_dc(DC, "127.0.0.1", port)
    client = TelegramClient(
        session,
        1,
        "interop",
        connection=CONNECTIONS[job["transport"]],
        proxy=("127.0.0.1", port, secret) if secret else None,
        connection_retries=3,
        request_retries=2,
        receive_updates=False,
        raise_last_call_error=True,
    )
    await client.connect()
    return client


def key_id(client):
    return hashlib.sha1(client.session.auth_key.key).digest()[12:].hex()


async def nearest(client):
    answer = await client(functions.help.GetNearestDcRequest())
    return f"{answer.country} {answer.this_dc} {answer.nearest_dc}"


async def together(client):
    """Asks several times at once; returns the packets that this took and the answers."""
    to = client._sender._connection
    send, packets = to.send, 0

    async def counted(data):
        nonlocal packets
        packets += 1
        await send(data)

    to.send = counted
    answers = await asyncio.gather(*(nearest(client) for _ in range(job["together"])))
    to.send = send
    return packets, answers


async def error_of_unknown(client):
    try:
        await client(functions.help.GetSupportRequest())
    except errors.RPCError as e:
        return {"code": e.code, "message": e.message}


async def each_part(size, action):
    """Runs an action for each offset of a file, some at a time."""
    offsets = iter(range(0, size, PART))

    async def worker():
        for offset in offsets:
            await action(offset)

    await asyncio.gather(*(worker() for _ in range(job["in_flight"])))


async def put(client, file):
    with open(file["path"], "rb") as source:

        async def save(offset):
            part = os.pread(source.fileno(), PART, offset)
            if not await client(functions.upload.SaveFilePartRequest(int(file["id"]), offset // PART, part)):
                raise ValueError(f"the server did not take the part at {offset}")

        await each_part(file["size"], save)


def location_of(file):
    return types.InputDocumentFileLocation(int(file["id"]), 0, b"", "")


async def hash_of(client, file):
    (piece,) = await client(functions.upload.GetFileHashesRequest(location_of(file), 0))
    return piece.hash.hex()


async def get(client, file):
    with open(file["back"], "wb") as sink:

        async def load(offset):
            part = await client(functions.upload.GetFileRequest(location_of(file), offset, PART))
            os.pwrite(sink.fileno(), part.bytes, offset)

        await each_part(file["size"], load)


async def run():
    with open(job["key_file"]) as pem:
        rsa.add_key(pem.read(), old=False)
    session = MemorySession()

    step("connect")
    first = await open_client(session)
    config = await first(functions.help.GetConfigRequest())

    step("questions")
    answers = [await nearest(first)]
    pong = await first._sender.send(functions.PingRequest(PING_ID))
    packets, many = await together(first)
    error = await error_of_unknown(first)
    key = key_id(first)

    hashes = {}
    for file in job["files"]:
        step(f"{file['name']} up")
        await put(first, file)
        hashes[file["name"]] = await hash_of(first, file)
        step(f"{file['name']} down")
        await get(first, file)
    await first.disconnect()

    step("connect again")
    second = await open_client(session)
    again = await nearest(second)
    result = {
        "version": version.__version__,
        "key": key,
        "key_again": key_id(second),
        "this_dc": config.this_dc,
        "dc_options": [f"{o.ip_address}:{o.port}" for o in config.dc_options],
        "nearest": [*answers, *many, again],
        "packets": packets,
        "unpacked": Unpacked.count,
        "hashes": hashes,
        "pong": pong.ping_id == PING_ID,
        "error": error,
    }
    print(json.dumps(result), flush=True)
    await second.disconnect()


asyncio.run(run())
