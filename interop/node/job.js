// What the programs for Node have in common: the job they are given, and what they print.
import { open } from 'node:fs/promises'

const PART = 512 * 1024

// The job is one argument, a JSON object; harness/their_clients.py makes it.
export const job = JSON.parse(process.argv[2])

// Says what is done next, so that a failure can be told from another.
export function step(name) {
  console.log(JSON.stringify({ step: name }))
}

// Runs an action for each number below `count`, at most `limit` at a time.
export async function each(count, limit, action) {
  let next = 0
  const worker = async () => {
    while (next < count) {
      await action(next++)
    }
  }
  await Promise.all(Array.from({ length: limit }, worker))
}

// Uploads a file by `save(part, bytes)`.
export async function put(path, save, inFlight = job.in_flight) {
  const file = await open(path)
  const { size } = await file.stat()
  await each(Math.ceil(size / PART), inFlight, async (part) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PART), 0, PART, part * PART)
    if (!(await save(part, buffer.subarray(0, bytesRead)))) {
      throw new Error(`the server did not take part ${part}`)
    }
  })
  await file.close()
}

// Downloads a file of a known size by `load(offset, limit)`.
export async function get(path, size, load, inFlight = job.in_flight) {
  const file = await open(path, 'w')
  await each(Math.ceil(size / PART), inFlight, async (part) => {
    const bytes = await load(part * PART, PART)
    await file.write(bytes, 0, bytes.length, part * PART)
  })
  await file.close()
}
