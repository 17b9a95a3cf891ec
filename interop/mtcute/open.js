// Clients of mtcute that talk to the server of the job.
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
import Long from 'long'
import { job } from '../node/job.js'

const codecs = {
  intermediate: () => new IntermediatePacketCodec(),
  padded_intermediate: () => new PaddedIntermediatePacketCodec(),
  obfuscated_intermediate: () => new ObfuscatedPacketCodec(new IntermediatePacketCodec()),
  obfuscated_padded_intermediate: () => new ObfuscatedPacketCodec(new PaddedIntermediatePacketCodec()),
}

// What passed: packets sent, gzip_packed received.
export const passed = { sent: 0, unpacked: 0 }

function counting(transport) {
  const make = transport.packetCodec.bind(transport)
  transport.packetCodec = (dc) => {
    const codec = make(dc)
    const encode = codec.encode.bind(codec)
    codec.encode = (...frame) => {
      passed.sent++
      return encode(...frame)
    }
    return codec
  }
  return transport
}

class Transport extends TcpTransport {
  packetCodec() {
    return codecs[job.transport]()
  }
}

class CountingCrypto extends NodeCryptoProvider {
  gunzip(data) {
    passed.unpacked++
    return super.gunzip(data)
  }
}

const crypto = new CountingCrypto()
await crypto.initialize()
addPublicKey(crypto, readFileSync(job.key_file, 'utf8'))

const storage = new MemoryStorage()

export function open() {
  const { port, secret } = job
  const main = { id: 2, ipAddress: '127.0.0.1', port }
  return new BaseTelegramClient({
    apiId: 1,
    apiHash: 'interop',
    crypto,
    storage,
    defaultDcs: { main, media: main },
    disableUpdates: true,
    updates: false,
    logLevel: Number(process.env.INTEROP_LOG ?? 0),
    transport: counting(secret ? new MtProxyTcpTransport({ host: '127.0.0.1', port, secret }) : new Transport()),
  })
}

export async function keyId() {
  return Buffer.from(crypto.sha1(await storage.authKeys.get(2)).slice(12)).toString('hex')
}

export const save = (client, id) => (filePart, bytes) =>
  client.call({ _: 'upload.saveFilePart', fileId: Long.fromString(id), filePart, bytes })

const location = (id) => ({
  _: 'inputDocumentFileLocation',
  id: Long.fromString(id),
  accessHash: Long.ZERO,
  fileReference: new Uint8Array(),
  thumbSize: '',
})

export const load = (client, id) => async (offset, limit) => {
  const { bytes } = await client.call({ _: 'upload.getFile', location: location(id), offset, limit })
  return bytes
}

export async function hashOf(client, id) {
  const [{ hash }] = await client.call({ _: 'upload.getFileHashes', location: location(id), offset: 0 })
  return Buffer.from(hash).toString('hex')
}

export const nearest = (client) => client.call({ _: 'help.getNearestDc' })
