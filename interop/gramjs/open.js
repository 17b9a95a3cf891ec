// Clients of GramJS that talk to the server of the job.
import { createHash, createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import bigInt from 'big-integer'
import { job } from '../node/job.js'

const require = createRequire(import.meta.url)
const { Api, TelegramClient } = require('telegram')
const { StringSession } = require('telegram/sessions')
const { _serverKeys } = require('telegram/crypto/RSA')
const { Logger, PromisedWebSockets } = require('telegram/extensions')
const connections = require('telegram/network/connection')
const { ConnectionTCPMTProxyAbridged } = require('telegram/network/connection/TCPMTProxy')
const { GZIPPacked } = require('telegram/tl/core')

const DC = 2

// GramJS connects to port 80 or 443, whatever the session says.
const atPort = (type) =>
  class extends type {
    constructor(options) {
      super({ ...options, port: job.port })
    }
  }

const plain = {
  abridged: connections.ConnectionTCPAbridged,
  full: connections.ConnectionTCPFull,
  obfuscated_abridged: connections.ConnectionTCPObfuscated,
  websocket_abridged: connections.ConnectionTCPObfuscated,
}

// What passed: gzip_packed received.
export const passed = { unpacked: 0 }
const ungzip = GZIPPacked.ungzip
GZIPPacked.ungzip = (data) => {
  passed.unpacked++
  return ungzip(data)
}

// TL bytes of up to 65535 bytes.
function tlBytes(data) {
  const head = data.length < 254 ? Buffer.from([data.length]) : Buffer.from([254, data.length & 255, data.length >> 8, 0])
  const length = head.length + data.length
  return Buffer.concat([head, data, Buffer.alloc((4 - (length % 4)) % 4)])
}

function trust(file) {
  const jwk = createPublicKey(readFileSync(file)).export({ format: 'jwk' })
  const [n, e] = [jwk.n, jwk.e].map((text) => Buffer.from(text, 'base64url'))
  const print = createHash('sha1').update(tlBytes(n)).update(tlBytes(e)).digest().subarray(12)
  _serverKeys.set(print.readBigInt64LE().toString(), { n: bigInt(n.toString('hex'), 16), e: e.readUIntBE(0, e.length) })
}

trust(job.key_file)
const session = new StringSession('')
export const { version } = require('telegram/package.json')

export async function open() {
  const { port, secret, transport } = job
  session.setDC(DC, '127.0.0.1', 80) // a StringSession cannot hold ports above 32767
  const proxy = secret ? { ip: '127.0.0.1', port, secret, MTProxy: true } : undefined
  const client = new TelegramClient(session, 1, 'interop', {
    connection: proxy ? ConnectionTCPMTProxyAbridged : atPort(plain[transport]),
    connectionRetries: 3,
    requestRetries: 2,
    networkSocket: transport.startsWith('websocket') ? PromisedWebSockets : undefined,
    proxy,
    baseLogger: new Logger(process.env.INTEROP_LOG ?? 'none'),
  })
  if (!(await client.connect())) {
    throw new Error('GramJS did not connect')
  }
  return client
}

export const keyId = (client) =>
  createHash('sha1').update(client._sender.authKey.getKey()).digest().subarray(12).toString('hex')

// Counts the packets that are sent while an action runs.
export async function packetsOf(client, action) {
  const connection = client._sender._connection
  const send = connection.send
  let packets = 0
  connection.send = (data) => {
    packets++
    return send.call(connection, data)
  }
  const result = await action()
  connection.send = send
  return [packets, result]
}

export const save = (client, id) => (filePart, bytes) =>
  client.invoke(new Api.upload.SaveFilePart({ fileId: bigInt(id), filePart, bytes }))

const locationOf = (id) =>
  new Api.InputDocumentFileLocation({
    id: bigInt(id),
    accessHash: bigInt.zero,
    fileReference: Buffer.alloc(0),
    thumbSize: '',
  })

export const load = (client, id) => async (offset, limit) => {
  const request = new Api.upload.GetFile({ location: locationOf(id), offset: bigInt(offset), limit })
  return (await client.invoke(request)).bytes
}

export async function hashOf(client, id) {
  const request = new Api.upload.GetFileHashes({ location: locationOf(id), offset: bigInt.zero })
  const [{ hash }] = await client.invoke(request)
  return hash.toString('hex')
}

export const config = (client) => client.invoke(new Api.help.GetConfig())
export const nearest = (client) => client.invoke(new Api.help.GetNearestDc())
export const unknown = (client) => client.invoke(new Api.help.GetSupport())
export const ping = (client, id) => client._sender.send(new Api.Ping({ pingId: bigInt(id) }))
