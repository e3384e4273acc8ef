/**
 * How long a pasted page and a key take, from the terminal and back to it, and how many bytes are written for them.
 *
 *   npm run build && node bench/typing.mjs
 *
 * Times are medians in milliseconds; a key is to be on the screen within 16 (a frame of 60 a second), a page of 100 kB
 * within 1000.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pty from '@lydell/node-pty'

const program = path.join(import.meta.dirname, '..', 'bin', 'reflect.js')
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-bench-'))
const env = { ...process.env, REFLECT_HOME: home, TERM: 'xterm-256color', LANG: 'en_GB.UTF-8' }
delete env.NODE_EXTRA_CA_CERTS
delete env.CI

const paragraph = 'The panel met – 会議は長かった, 👩‍👩‍👧‍👦 came.\tTabs, “quotes”, ünïcode: 한국어, עברית, ไทย.\r\n\r\n'
const texts = [
  ['an empty text', ''],
  ['100 kB in paragraphs', paragraph.repeat(Math.ceil(100_000 / Buffer.byteLength(paragraph)))],
  ['100 kB in one paragraph of English', 'the quick brown fox jumps over the dog '.repeat(2564)],
  ['one paragraph of 5,000 ideographs', '会議は長かったが得るものも多かった'.repeat(295)],
  ['one paragraph of 2,000 emoji', '👩‍👩‍👧‍👦👍🏽'.repeat(1000)]
]

for (const [name, text] of texts) await measure(name, text)
fs.rmSync(home, { recursive: true })

async function measure(name, text) {
  const journal = path.join(home, name.replaceAll(/\W/g, '-'))
  const terminal = open(['start', 'three-questions'], { ...env, REFLECT_JOURNAL: journal })
  await terminal.until('begin')
  terminal.type('\r')
  await terminal.until('happened?')
  const results = []
  if (text !== '') {
    const { ms, bytes } = await terminal.timed(`\u001b[200~${text}\u001b[201~`, 'above')
    results.push(
      `pasted in ${ms.toFixed(0)} ms, ${(bytes / Buffer.byteLength(text)).toFixed(2)} bytes written for each`
    )
  }
  for (const [where, goThere] of [
    ['at the end', ''],
    ['in the middle', '\u001b[5~'.repeat(8)]
  ]) {
    if (goThere !== '' && text === '') continue
    if (goThere !== '') await terminal.timed(goThere)
    const keys = []
    for (const key of 'abcdefghijklmnopqrstuvwxyz'.repeat(3)) keys.push(await terminal.timed(key))
    results.push(
      `a key ${where} ${median(keys.map(({ ms }) => ms)).toFixed(1)} ms, ${median(keys.map(({ bytes }) => bytes))} bytes`
    )
  }
  console.log(`${name}: ${results.join('; ')}`)
  terminal.end()
}

function open(args, environment) {
  const child = pty.spawn('node', [program, ...args], { cols: 80, rows: 24, env: environment })
  let seen = ''
  let check = () => {}
  child.onData((data) => {
    seen += data
    check()
  })
  const until = (holds) =>
    new Promise((resolve) => {
      check = () => holds() && resolve()
      check()
    })
  return {
    type: (keys) => child.write(keys),
    until: (text) => until(() => seen.includes(text)),
    /** From the first key until the screen has changed, or holds a text. */
    async timed(keys, text = '') {
      const before = seen.length
      const start = performance.now()
      child.write(keys)
      await until(() => seen.length > before && seen.slice(before).includes(text))
      return { ms: performance.now() - start, bytes: Buffer.byteLength(seen.slice(before)) }
    },
    end: () => child.kill('SIGKILL')
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
