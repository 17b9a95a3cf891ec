// A task of a comparison of speed: harness/race.py makes the job.
import { each, get, job, put } from './job.js'

// Does the job's task with a client and prints what it took, without connecting.
export async function speed(client, { nearest, save, load }) {
  const { count, id, in_flight, path, size, task } = job
  const calls = (number) => each(number, in_flight, () => nearest(client))
  const tasks = {
    calls: () => calls(count),
    put: () => put(path, save(client, id)),
    get: () => get(path, size, load(client, id)),
  }
  await nearest(client)
  if (task === 'calls') {
    await calls(count / 10)
  }
  const start = performance.now()
  const before = process.cpuUsage()
  await tasks[task]()
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  console.log(JSON.stringify({ seconds, cpu_seconds: (user + system) / 1e6 }))
  process.exit(0)
}
