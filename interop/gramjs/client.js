// Talks with GramJS to the server at 127.0.0.1:PORT and prints what it saw as one line of JSON.
// Usage: node client.js TRANSPORT PORT PUBLIC-KEY.pem [SECRET]
import { createHash, createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import bigInt from 'big-integer'

const require = createRequire(import.meta.url)
const { Api, TelegramClient } = require('telegram')
const { StringSession } = require('telegram/sessions')
const { _serverKeys } = require('telegram/crypto/RSA')
const { Logger, PromisedWebSockets } = require('telegram/extensions')
const connections = require('telegram/network/connection')
const { ConnectionTCPMTProxyAbridged } = require('telegram/network/connection/TCPMTProxy')

const REQUESTS = 8
const DC = 2
const [transport, portText, keyFile, secret] = process.argv.slice(2)
const port = Number(portText)

// GramJS connects to port 80 or 443, whatever the session says.
const atPort = (type) =>
  class extends type {
    constructor(options) {
      super({ ...options, port })
    }
  }

const plain = {
  abridged: connections.ConnectionTCPAbridged,
  full: connections.ConnectionTCPFull,
  obfuscated_abridged: connections.ConnectionTCPObfuscated,
  websocket_abridged: connections.ConnectionTCPObfuscated,
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

function open(session) {
  session.setDC(DC, '127.0.0.1', 80) // a StringSession cannot hold ports above 32767
  const proxy = secret ? { ip: '127.0.0.1', port, secret, MTProxy: true } : undefined
  const client = new TelegramClient(session, 1, 'interop', {
    connection: proxy ? ConnectionTCPMTProxyAbridged : atPort(plain[transport]),
    connectionRetries: 1,
    requestRetries: 2,
    autoReconnect: false,
    networkSocket: transport.startsWith('websocket') ? PromisedWebSockets : undefined,
    proxy,
    baseLogger: new Logger('none'),
  })
  return client
}

const keyId = (client) => createHash('sha1').update(client._sender.authKey.getKey()).digest().subarray(12).toString('hex')
const nearest = (client) => client.invoke(new Api.help.GetNearestDc())

trust(keyFile)
const session = new StringSession('')
const first = open(session)
if (!(await first.connect())) {
  throw new Error('GramJS did not connect')
}
const config = await first.invoke(new Api.help.GetConfig())
const nearestDc = await nearest(first)
const pingId = bigInt('7263748596070504030')
const pong = await first._sender.send(new Api.Ping({ pingId }))
const many = await Promise.all(Array.from({ length: REQUESTS }, () => nearest(first)))
let error
try {
  await first.invoke(new Api.help.GetSupport())
} catch (e) {
  error = { code: e.code, message: e.errorMessage }
}
const key = keyId(first)
await first.destroy()

const second = open(session)
if (!(await second.connect())) {
  throw new Error('GramJS did not connect again')
}
const again = await nearest(second)

console.log(
  JSON.stringify({
    version: require('telegram/package.json').version,
    key,
    key_again: keyId(second),
    this_dc: config.thisDc,
    dc_options: config.dcOptions.map((o) => `${o.ipAddress}:${o.port}`),
    nearest: [nearestDc, ...many, again].map((n) => `${n.country} ${n.thisDc} ${n.nearestDc}`),
    pong: pong.pingId.equals(pingId),
    error,
  }),
)
await second.destroy()
process.exit(0)
