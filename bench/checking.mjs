/**
 * How long `reflect pack check` takes for packs of many prompts, as ratios to a bare parse of the same files by the YAML library.
 *
 *   npm run build && node bench/checking.mjs [--rounds 15]
 *
 * The bare parse is `parseDocument` with the options of the program, which gives neither plain values nor messages. "Process" compares
 * the whole command, with the code cache of an earlier run, with a Node that reads and parses the files; "warm" compares both in one
 * process after five rounds, without reading the files. The two take turns, and ratios are medians of pairs. NODE_EXTRA_CA_CERTS is unset, because Node 20
 * parses that bundle at every start.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parseDocument } from 'yaml'
import { makePack } from './packs.mjs'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' }, parse: { type: 'string' } } })
const OPTIONS = { uniqueKeys: false, stringKeys: true, prettyErrors: false, version: '1.2' }
/** The highest ratio for a pack of a thousand prompts, and how many times longer ten thousand may take. */
const MOST = { ratio: 1.4, growth: 10 }

if (values.parse === undefined) measure(Number(values.rounds))
else for (const { bytes } of filesIn(values.parse)) parseDocument(bytes.toString(), OPTIONS)

function measure(rounds) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-bench-'))
  console.log(`${process.version}, medians of ${rounds} pairs`)
  const times = [1000, 10_000].map((count) => {
    const dir = makePack(path.join(home, String(count)), count)
    const process = inProcesses(dir, home, rounds)
    show(`${count} prompts, process`, process, count === 1000 ? MOST.ratio : undefined)
    show(`${count} prompts, warm`, inOneProcess(dir, count > 1000 ? Math.ceil(rounds / 3) : rounds))
    return median(process.map(([check]) => check))
  })
  const growth = times[1] / times[0]
  console.log(`10,000 prompts / 1,000 prompts: ${growth.toFixed(1)}${growth > MOST.growth ? '  TOO SLOW' : ''}`)
  fs.rmSync(home, { recursive: true })
}

function inProcesses(dir, home, rounds) {
  const env = { ...process.env, HOME: home, REFLECT_HOME: path.join(home, 'home'), XDG_CACHE_HOME: home }
  delete env.NODE_EXTRA_CA_CERTS
  const run = (...args) => timed(() => execFileSync(process.execPath, args, { env, stdio: 'ignore' }))
  const check = () => run(path.join(import.meta.dirname, '..', 'bin', 'reflect.js'), 'pack', 'check', dir)
  check()
  return Array.from({ length: rounds }, () => [check(), run(import.meta.filename, '--parse', dir)])
}

function inOneProcess(dir, rounds) {
  const { load } = createRequire(import.meta.url)('../bin/reflect.js')
  const { parsePack } = load('pack/source/parse.ts')
  const files = filesIn(dir)
  const pair = () => [
    timed(() => parsePack(files, 'pack.yaml')),
    timed(() => files.map(({ bytes }) => parseDocument(bytes.toString(), OPTIONS)))
  ]
  return Array.from({ length: rounds + 5 }, pair).slice(5)
}

function filesIn(dir) {
  return fs.readdirSync(dir).map((name) => ({ path: name, bytes: fs.readFileSync(path.join(dir, name)) }))
}

function timed(work) {
  const start = performance.now()
  work()
  return performance.now() - start
}

function show(name, pairs, most) {
  const [check, parse] = [0, 1].map((index) => median(pairs.map((pair) => pair[index])).toFixed(0))
  const ratio = median(pairs.map(([one, other]) => one / other))
  const isSlow = most !== undefined && ratio > most
  console.log(
    `${name.padEnd(24)} ${ratio.toFixed(2)}   (${check} / ${parse} ms)${most === undefined ? '' : `   at most ${most}`}${isSlow ? '  TOO SLOW' : ''}`
  )
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
