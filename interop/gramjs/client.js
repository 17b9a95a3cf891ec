// Talks with GramJS to the server of the job, and prints what it saw as its last line, a JSON object.
import { get, job, put, step } from '../node/job.js'
import { config, hashOf, keyId, load, nearest, open, packetsOf, passed, ping, save, unknown, version } from './open.js'

const PING_ID = '7263748596070504030'

step('connect')
const first = await open()
const { thisDc, dcOptions } = await config(first)

step('questions')
const nearestDc = await nearest(first)
const pong = await ping(first, PING_ID)
const [packets, many] = await packetsOf(first, () =>
  Promise.all(Array.from({ length: job.together }, () => nearest(first))),
)
const error = await unknown(first).catch((e) => ({ code: e.code, message: e.errorMessage }))
const key = keyId(first)

const hashes = {}
for (const file of job.files) {
  step(`${file.name} up`)
  await put(file.path, save(first, file.id))
  hashes[file.name] = await hashOf(first, file.id)
  step(`${file.name} down`)
  await get(file.back, file.size, load(first, file.id))
}
await first.destroy()

step('connect again')
const second = await open()
const again = await nearest(second)

console.log(
  JSON.stringify({
    version,
    key,
    key_again: keyId(second),
    this_dc: thisDc,
    dc_options: dcOptions.map((o) => `${o.ipAddress}:${o.port}`),
    nearest: [nearestDc, ...many, again].map((n) => `${n.country} ${n.thisDc} ${n.nearestDc}`),
    packets,
    unpacked: passed.unpacked,
    hashes,
    pong: pong.pingId.toString() === PING_ID,
    error,
  }),
)
await second.destroy()
process.exit(0)
