/**
 * How long journals of many entries take, as ratios to a bare Node and to the usual tools over the same files.
 *
 *   npm run build && node bench/journal.mjs [ENTRIES ...]
 *
 * Needs hyperfine (https://github.com/sharkdp/hyperfine) and ripgrep. Commands take turns, a run each, so that what else
 * the computer does meets all of them; times are medians. Every run of a search looks at the size and times of every
 * entry. NODE_EXTRA_CA_CERTS is unset, because Node 20 parses that bundle at every start.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeJournal } from './journals.mjs'

const program = path.join(import.meta.dirname, '..', 'bin', 'reflect.js')
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000, 50_000, 100_000]
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-bench-'))
const env = { ...process.env, REFLECT_HOME: path.join(home, 'home'), LANG: 'en_GB.UTF-8' }
delete env.NODE_EXTRA_CA_CERTS

const peaks = []
for (const size of sizes) peaks.push(measure(size))
if (peaks.length > 1)
  console.log(`memory of the largest export / of the smallest: ${(peaks.at(-1) / peaks[0]).toFixed(2)}`)
fs.rmSync(home, { recursive: true })

/** Gives the peak memory of an export, in MiB. */
function measure(size) {
  const journal = makeJournal(path.join(home, 'journal'), size)
  addRareWord(journal)
  const reflect = (...words) => ['node', program, '--journal', journal, ...words].join(' ')
  const search = reflect('search', 'zeppelin', '--count')
  settle()
  // The first run of each makes what later ones find made.
  for (const line of [search, reflect('journal', '--limit', '10')])
    execFileSync('sh', ['-c', line], { env, stdio: 'ignore' })

  const rounds = size > 20_000 ? 15 : 25
  const [node, rg, list, searching] = taken(
    ['node -e 0', `rg -il zeppelin ${journal}`, reflect('journal', '--limit', '10'), search],
    rounds
  )
  const [cat, exporting] = timeExport(journal, reflect, Math.ceil(rounds / 3))
  settle()
  // Last, since names in folders that were made a moment ago are synced once more.
  const [nodeAgain, adding] = timeAdding(journal, reflect, rounds)
  const peak = peakOf(['export', '--include-private', '--force', '--output', path.join(home, 'all.md')], journal)
  fs.rmSync(journal, { recursive: true })

  const most = size > 50_000 ? 1.8 : 1.5
  // Of a thousand files, ripgrep and cat are done before a Node has begun.
  const isSmall = size < 10_000
  console.log(`${size} entries (node -e 0: ${(node * 1000).toFixed(1)} ms)`)
  report('list the newest ten / node -e 0', list / node, most)
  report('add one / node -e 0', adding / nodeAgain, most)
  report('search a word / rg -il', searching / rg, isSmall ? undefined : size > 50_000 ? 1.3 : 2.2)
  report('export of all / find | sort | xargs cat', exporting / cat, isSmall ? undefined : 2)
  console.log(`  ${'peak memory of the export'.padEnd(42)} ${peak} MiB`)
  return peak
}

/** A word that few entries have. */
function addRareWord(journal) {
  const files = fs.readdirSync(journal, { recursive: true }).filter((file) => file.endsWith('.md'))
  for (let at = 0; at < files.length; at += 997)
    fs.appendFileSync(path.join(journal, files[at]), '\nA zeppelin came.\n')
}

/** What has changed in the last few seconds is not believed by a cache, and a save would wait for what is on its way to the disk. */
function settle() {
  execFileSync('sync')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000)
}

function timeAdding(journal, reflect, rounds) {
  const answers = path.join(home, 'answers.json')
  fs.writeFileSync(answers, '{ "what": "A page came back." }')
  const today = new Date().toISOString().slice(0, 10)
  // Nobody does the same exercise twenty times a day.
  const tidy = `sh -c "rm -f ${journal}/${today.slice(0, 4)}/${today}-*three-questions*"`
  return taken(['node -e 0', reflect('start', 'three-questions', '--answers', answers)], rounds, ['--prepare', tidy])
}

function timeExport(journal, reflect, rounds) {
  return taken(
    [
      `sh -c "find ${journal} -name '*.md' | sort | xargs cat > ${path.join(home, 'cat.md')}"`,
      reflect('export', '--include-private', '--force', '--output', path.join(home, 'all.md'))
    ],
    rounds
  )
}

/**
 * What each command takes: medians in seconds, of so many rounds after one that does not count. Another one begins each
 * round, so that what a command leaves in the processor's caches meets all of them.
 */
function taken(lines, rounds, more = []) {
  const times = new Map(lines.map((line) => [line, []]))
  for (let round = 0; round <= rounds; round += 1) {
    const results = path.join(home, 'hyperfine.json')
    const first = round % lines.length
    const turns = [...lines.slice(first), ...lines.slice(0, first)]
    execFileSync('hyperfine', ['-N', '--runs', '1', '--export-json', results, ...more, ...turns], {
      env,
      stdio: 'ignore'
    })
    if (round === 0) continue
    for (const { command, times: one } of JSON.parse(fs.readFileSync(results, 'utf8')).results)
      times.get(command).push(...one)
  }
  return lines.map((line) => times.get(line).toSorted((a, b) => a - b)[Math.floor(rounds / 2)])
}

/** The most memory that a run of the program had, in MiB. */
function peakOf(words, journal) {
  const preload = path.join(home, 'memory.cjs')
  fs.writeFileSync(
    preload,
    `process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)))`
  )
  const file = path.join(home, 'rss')
  const descriptor = fs.openSync(file, 'w')
  execFileSync('node', ['--require', preload, program, '--journal', journal, ...words], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', descriptor]
  })
  fs.closeSync(descriptor)
  return Math.round(Number(fs.readFileSync(file, 'utf8')) / 1024)
}

function report(what, ratio, most) {
  const limit = most === undefined ? '' : ` (at most ${most})${ratio > most ? '  TOO SLOW' : ''}`
  console.log(`  ${what.padEnd(42)} ${ratio.toFixed(2)} times${limit}`)
}
