/**
 * How long the program takes to start, as ratios to a bare Node of the same run.
 *
 *   npm run build && npm run bench
 *
 * Commands are timed by hyperfine (https://github.com/sharkdp/hyperfine); the first question by the
 * moment at which its text has arrived on a pseudo-terminal. NODE_EXTRA_CA_CERTS is unset, because
 * Node 20 parses that bundle at every start.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pty from '@lydell/node-pty'

const program = path.join(import.meta.dirname, '..', 'bin', 'reflect.js')
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-bench-'))
const env = {
  ...process.env,
  REFLECT_HOME: home,
  REFLECT_JOURNAL: path.join(home, 'journal'),
  TERM: 'xterm-256color',
  LANG: 'en_GB.UTF-8'
}
delete env.NODE_EXTRA_CA_CERTS
delete env.CI

prepareJournal()
timeCommands([
  ['--version', 1.2],
  ['list', 1.4],
  ['list --lang cy', 1.45],
  ['journal', 1.5],
  ['--help', 1.4]
])
await timeFirstQuestion(1.8)
fs.rmSync(home, { recursive: true })

/** Three finished entries and a draft that waits at its second question. */
function prepareJournal() {
  const reflect = (input, ...args) =>
    execFileSync('node', [program, ...args], { env, input, stdio: ['pipe', 'pipe', 'pipe'] })
  for (let entry = 0; entry < 3; entry += 1)
    reflect('what: A page came back.\n', 'start', 'three-questions', '--answers', '-')
  try {
    reflect('\na word', 'start', 'choose-your-change', '--plain')
  } catch (left) {
    if (left.status !== 130) throw left
  }
}

function timeCommands(commands) {
  const results = path.join(home, 'hyperfine.json')
  const lines = ['node -e 0', ...commands.map(([command]) => `node ${program} ${command}`)]
  execFileSync('hyperfine', ['-N', '--warmup', '5', '--runs', '60', '--export-json', results, ...lines], {
    env,
    stdio: 'ignore'
  })
  const [bare, ...timed] = JSON.parse(fs.readFileSync(results, 'utf8')).results
  console.log(`node -e 0: ${(bare.median * 1000).toFixed(1)} ms (median of 60)`)
  for (const [index, [command, limit]] of commands.entries())
    report(`reflect ${command}`, timed[index].median / bare.median, limit)
}

async function timeFirstQuestion(limit) {
  const bare = []
  const question = []
  for (let round = 0; round < 20; round += 1) {
    bare.push(await untilShown(['-e', 'process.stdout.write("shown")'], 'shown'))
    question.push(await untilShown([program, 'resume'], 'Where do you stand'))
  }
  report('first question on a terminal', median(question) / median(bare), limit)
}

/** Milliseconds from the start of a Node until a text has arrived from its pseudo-terminal. */
function untilShown(args, text) {
  return new Promise((resolve) => {
    const start = performance.now()
    const child = pty.spawn('node', args, { cols: 80, rows: 24, env })
    let seen = ''
    child.onData((data) => {
      seen += data
      if (!seen.includes(text)) return
      resolve(performance.now() - start)
      child.kill('SIGKILL')
    })
  })
}

function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]
}

function report(what, ratio, limit) {
  console.log(`${what.padEnd(30)} ${ratio.toFixed(2)} times (at most ${limit})${ratio > limit ? '  TOO SLOW' : ''}`)
}
