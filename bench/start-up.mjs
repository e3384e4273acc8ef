/**
 * How long the program takes to start, as ratios to a bare Node that starts in turn with it.
 *
 *     npm run build && node bench/start-up.mjs [--node <binary>] [--rounds 30]
 *
 * Two copies are measured: the local build, whose code cache is warm, and an installed tarball at its first, second and
 * third start. The first question is timed on a pseudo-terminal, up to the moment when its text has arrived.
 * NODE_EXTRA_CA_CERTS is unset, because Node parses that bundle at every start.
 */
import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pty from '@lydell/node-pty'

const { values } = parseArgs({
  options: { node: { type: 'string', default: process.execPath }, rounds: { type: 'string', default: '30' } }
})
const { node } = values
const rounds = Number(values.rounds)
const root = path.join(import.meta.dirname, '..')
const local = path.join(root, 'bin', 'reflect.js')
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-bench-'))
const env = {
  PATH: process.env.PATH,
  HOME: home,
  REFLECT_HOME: path.join(home, 'home'),
  REFLECT_JOURNAL: path.join(home, 'journal'),
  TERM: 'xterm-256color',
  LANG: 'en_GB.UTF-8'
}

/** Command lines, and the highest ratio that each may have. */
const commands = [
  { args: ['--version'], limit: 1.15 },
  { args: ['list'], limit: 1.45 },
  { args: ['list', '--lang', 'cy'], limit: 1.5 },
  { args: ['journal'], limit: 1.45 },
  { args: ['--help'], limit: 1.4 },
  { args: ['show', 'last'], limit: 2.2 }
]
const firstQuestion = { args: ['resume'], limit: 1.8, bare: ['-e', 'process.stdout.write("shown")'] }

try {
  prepareJournal()
  const installed = installTarball()
  console.log(`${execFileSync(node, ['--version']).toString().trim()}, medians of ${rounds}, times a bare Node`)
  row('', 'local', 'installed', '2nd', '3rd', 'at most')
  for (const command of commands) await compare({ ...command, bare: ['-e', '0'], time: timeUntilEnd }, installed)
  await compare({ ...firstQuestion, time: timeUntilShown }, installed)
} finally {
  fs.rmSync(home, { recursive: true, force: true })
}

/** Three finished entries, and a draft that waits at its second question. */
function prepareJournal() {
  const reflect = (input, ...args) =>
    execFileSync(node, [local, ...args], { env, input, stdio: ['pipe', 'pipe', 'pipe'] })
  for (let entry = 0; entry < 3; entry += 1)
    reflect('what: A page came back.\n', 'start', 'three-questions', '--answers', '-')
  try {
    reflect('\na word', 'start', 'choose-your-change', '--plain')
  } catch (left) {
    if (left.status !== 130) throw left
  }
}

/** The launcher of a copy that was unpacked from the tarball. */
function installTarball() {
  const npm = ['pack', '--ignore-scripts', '--json', '--pack-destination', home]
  const [{ filename }] = JSON.parse(execFileSync('npm', npm, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] }))
  execFileSync('tar', ['xzf', path.join(home, filename), '-C', home])
  return path.join(home, 'package', 'bin', 'reflect.js')
}

/** Measures a command line in turn with a bare Node, and prints the ratios. Each round deletes the cache of the installed copy. */
async function compare({ args, limit, bare, time }, installed) {
  const warm = { ...env, XDG_CACHE_HOME: home }
  await time([local, ...args], warm)
  const times = { bare: [], local: [], first: [], second: [], third: [] }
  for (let round = 0; round < rounds; round += 1) {
    times.bare.push(await time(bare, env))
    times.local.push(await time([local, ...args], warm))
    fs.rmSync(path.join(home, '.cache'), { recursive: true, force: true })
    for (const start of ['first', 'second', 'third']) times[start].push(await time([installed, ...args], env))
  }
  const ratios = Object.values(times).map((each) => median(each) / median(times.bare))
  const isSlow = ratios[1] > limit || ratios[3] > ratios[1] * 1.05
  row(args.join(' '), ...ratios.slice(1).map((ratio) => ratio.toFixed(2)), `${limit}${isSlow ? '  TOO SLOW' : ''}`)
}

/** Milliseconds from the start of a process to its end. */
function timeUntilEnd(args, environment) {
  const start = performance.now()
  return new Promise((resolve) => {
    spawn(node, args, { env: environment, stdio: 'ignore' }).on('exit', () => resolve(performance.now() - start))
  })
}

/** Milliseconds until a text has arrived from a pseudo-terminal. The process is then left by Ctrl-C, which writes its cache. */
function timeUntilShown(args, environment) {
  const start = performance.now()
  return new Promise((resolve) => {
    const child = pty.spawn(node, args, { cols: 80, rows: 24, env: environment })
    let seen = ''
    let taken
    child.onData((data) => {
      seen += data
      if (taken !== undefined || !/shown|Where do you stand/.test(seen)) return
      taken = performance.now() - start
      child.write('\u0003')
    })
    child.onExit(() => resolve(taken))
  })
}

function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]
}

function row(what, ...cells) {
  console.log([what.padEnd(16), ...cells.map((cell) => cell.padStart(9))].join(' '))
}
