// GramJS in a comparison of speed.
import { speed } from '../node/speed.js'
import { load, nearest, open, save } from './open.js'

await speed(await open(), { nearest, save, load })
