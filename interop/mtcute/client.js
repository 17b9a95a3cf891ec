// Talks with mtcute to the server at 127.0.0.1:PORT and prints what it saw as one line of JSON.
// Usage: node client.js TRANSPORT PORT PUBLIC-KEY.pem [SECRET]
import { readFileSync } from 'node:fs'
import {
  BaseTelegramClient,
  IntermediatePacketCodec,
  MemoryStorage,
  MtProxyTcpTransport,
  ObfuscatedPacketCodec,
  PaddedIntermediatePacketCodec,
  TcpTransport,
} from '@mtcute/node'
import { addPublicKey } from '@mtcute/core/utils.js'
import { NodeCryptoProvider } from '@mtcute/node/utils.js'
const packageJson = JSON.parse(readFileSync(new URL('node_modules/@mtcute/node/package.json', import.meta.url), 'utf8'))

const REQUESTS = 8
const [transport, portText, keyFile, secret] = process.argv.slice(2)
const port = Number(portText)

const codecs = {
  intermediate: () => new IntermediatePacketCodec(),
  padded_intermediate: () => new PaddedIntermediatePacketCodec(),
  obfuscated_intermediate: () => new ObfuscatedPacketCodec(new IntermediatePacketCodec()),
  obfuscated_padded_intermediate: () => new ObfuscatedPacketCodec(new PaddedIntermediatePacketCodec()),
}

class Transport extends TcpTransport {
  packetCodec() {
    return codecs[transport]()
  }
}

const storage = new MemoryStorage()

function open() {
  const main = { id: 2, ipAddress: '127.0.0.1', port }
  return new BaseTelegramClient({
    apiId: 1,
    apiHash: 'interop',
    storage,
    defaultDcs: { main, media: main },
    disableUpdates: true,
    updates: false,
    logLevel: Number(process.env.INTEROP_LOG ?? 0),
    transport: secret ? new MtProxyTcpTransport({ host: '127.0.0.1', port, secret }) : new Transport(),
  })
}

const hexOf = (bytes) => Buffer.from(bytes).toString('hex')
const nearest = (client) => client.call({ _: 'help.getNearestDc' })

const crypto = new NodeCryptoProvider()
await crypto.initialize()
addPublicKey(crypto, readFileSync(keyFile, 'utf8'))

async function keyId() {
  const key = await storage.authKeys.get(2)
  return hexOf(crypto.sha1(key).slice(12))
}

const first = open()
const config = await first.call({ _: 'help.getConfig' })
const nearestDc = await nearest(first)
const many = await Promise.all(Array.from({ length: REQUESTS }, () => nearest(first)))
const refusal = await first.call({ _: 'help.getSupport' }).catch((e) => ({ errorCode: e.code, errorMessage: e.text }))
const key = await keyId()
await first.disconnect()

const second = open()
const again = await nearest(second)

console.log(
  JSON.stringify({
    version: packageJson.version,
    key,
    key_again: await keyId(),
    this_dc: config.thisDc,
    dc_options: config.dcOptions.map((o) => `${o.ipAddress}:${o.port}`),
    nearest: [nearestDc, ...many, again].map((n) => `${n.country} ${n.thisDc} ${n.nearestDc}`),
    // mtcute keeps its pings to itself
    pong: null,
    error: { code: refusal.errorCode, message: refusal.errorMessage },
  }),
)
await second.disconnect()
process.exit(0)
