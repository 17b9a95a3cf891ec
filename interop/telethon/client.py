"""Talks with Telethon to the server at 127.0.0.1:PORT and prints what it saw as one line of JSON.

Usage: client.py TRANSPORT PORT PUBLIC-KEY.pem [SECRET]
"""

import asyncio
import hashlib
import json
import sys

from telethon import TelegramClient, errors, functions, version
from telethon.crypto import rsa
from telethon.network import connection
from telethon.network.connection.tcpobfuscated import ConnectionTcpObfuscated
from telethon.network.connection.tcpintermediate import IntermediatePacketCodec
from telethon.sessions import MemorySession

REQUESTS = 8
DC = 2
PING_ID = 7263748596070504030

transport, port, key_file, *secret = sys.argv[1:]
port = int(port)


class ObfuscatedIntermediate(ConnectionTcpObfuscated):
    packet_codec = IntermediatePacketCodec


PLAIN = {
    "abridged": connection.ConnectionTcpAbridged,
    "intermediate": connection.ConnectionTcpIntermediate,
    "full": connection.ConnectionTcpFull,
    "obfuscated_abridged": connection.ConnectionTcpObfuscated,
    "obfuscated_intermediate": ObfuscatedIntermediate,
    "http": connection.ConnectionHttp,
}
PROXIED = {
    "mtproxy_abridged": connection.ConnectionTcpMTProxyAbridged,
    "mtproxy_intermediate": connection.ConnectionTcpMTProxyIntermediate,
    "mtproxy_dd": connection.ConnectionTcpMTProxyRandomizedIntermediate,
}


def open_client(session):
    session.set_dc(DC, "127.0.0.1", port)
    return TelegramClient(
        session,
        1,
        "interop",
        connection=PROXIED[transport] if secret else PLAIN[transport],
        proxy=("127.0.0.1", port, secret[0]) if secret else None,
        connection_retries=1,
        request_retries=2,
        auto_reconnect=False,
        receive_updates=False,
        raise_last_call_error=True,
    )


def key_id(client):
    return hashlib.sha1(client.session.auth_key.key).digest()[12:].hex()


async def nearest(client):
    answer = await client(functions.help.GetNearestDcRequest())
    return f"{answer.country} {answer.this_dc} {answer.nearest_dc}"


async def run():
    with open(key_file) as pem:
        rsa.add_key(pem.read(), old=False)
    session = MemorySession()
    first = open_client(session)
    await first.connect()
    config = await first(functions.help.GetConfigRequest())
    answers = [await nearest(first)]
    pong = await first._sender.send(functions.PingRequest(PING_ID))
    answers += await asyncio.gather(*(nearest(first) for _ in range(REQUESTS)))
    error = None
    try:
        await first(functions.help.GetSupportRequest())
    except errors.RPCError as e:
        error = {"code": e.code, "message": e.message}
    key = key_id(first)
    await first.disconnect()

    second = open_client(session)
    await second.connect()
    answers.append(await nearest(second))
    print(
        json.dumps(
            {
                "version": version.__version__,
                "key": key,
                "key_again": key_id(second),
                "this_dc": config.this_dc,
                "dc_options": [f"{o.ip_address}:{o.port}" for o in config.dc_options],
                "nearest": answers,
                "pong": pong.ping_id == PING_ID,
                "error": error,
            }
        )
    )
    await second.disconnect()


asyncio.run(run())
