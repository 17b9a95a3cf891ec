// A task of a comparison of speed: harness/race.py makes the job.
import { each, get, job, put } from './job.js'

// Does the job's task twice with a client and prints what each time took, without connecting.
export async function speed(client, { nearest, save, load }) {
  const { count, id, in_flight, path, size, task } = job
  const tasks = {
    calls: () => each(count, in_flight, () => nearest(client)),
    put: () => put(path, save(client, id)),
    get: () => get(path, size, load(client, id)),
  }
  await nearest(client)
  for (let time = 0; time < 2; time++) {
    const start = performance.now()
    const before = process.cpuUsage()
    await tasks[task]()
    const seconds = (performance.now() - start) / 1000
    const { user, system } = process.cpuUsage(before)
    console.log(JSON.stringify({ seconds, cpu_seconds: (user + system) / 1e6 }))
  }
  process.exit(0)
}
