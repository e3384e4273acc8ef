/**
 * How long journals of many entries take, as ratios to a bare Node and to the usual tools over the same files.
 *
 *   npm run build && node bench/journal.mjs [COUNT ...]
 *
 * Needs hyperfine (https://github.com/sharkdp/hyperfine) and ripgrep. Every run of a search looks at the size and times of
 * every entry.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeJournal } from './journals.mjs'

const program = path.join(import.meta.dirname, '..', 'bin', 'reflect.js')
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000, 50_000, 100_000]
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-bench-'))
const env = { ...process.env, REFLECT_HOME: path.join(home, 'home'), LANG: 'en_GB.UTF-8' }
delete env.NODE_EXTRA_CA_CERTS
const today = new Date().toISOString().slice(0, 10)

for (const count of counts) measure(count)
fs.rmSync(home, { recursive: true })

function measure(count) {
  const journal = makeJournal(path.join(home, `of-${count}`), count)
  // A word that few entries have.
  const files = fs.readdirSync(journal, { recursive: true }).filter((file) => file.endsWith('.md'))
  for (let at = 0; at < files.length; at += 997)
    fs.appendFileSync(path.join(journal, files[at]), '\nA zeppelin came.\n')
  const reflect = (...words) => ['node', program, '--journal', journal, ...words].join(' ')
  const answers = path.join(home, 'answers.json')
  fs.writeFileSync(answers, '{ "what": "A page came back." }')
  const add = reflect('start', 'three-questions', '--answers', answers)
  const search = reflect('search', 'zeppelin', '--count')
  // The first search makes its cache; entries younger than a few seconds are not believed.
  execFileSync('sh', ['-c', search], { env })
  const times = timed(
    ['node -e 0', `rg -il zeppelin ${journal}`, reflect('journal', '--limit', '10'), add, search],
    count > 20_000 ? 10 : 20,
    // Nobody does the same exercise twenty times a day.
    ['--prepare', `sh -c "rm -f ${journal}/${today.slice(0, 4)}/${today}-three-questions*"`]
  )
  const [node, rg, list, adding, searching] = times
  const memory = peak(['export', '--output', path.join(home, 'all.md'), '--force', '--include-private'], journal)
  const [cat, exporting] = timed(
    [
      `sh -c "find ${journal} -name '*.md' | sort | xargs cat > ${path.join(home, 'cat.md')}"`,
      reflect('export', '--include-private', '--force', '--output', path.join(home, 'all.md'))
    ],
    count > 20_000 ? 3 : 10
  )
  const far = count > 50_000 ? 1.8 : 1.5
  console.log(`${count} entries`)
  report('list the newest ten / node -e 0', list / node, far)
  report('add one / node -e 0', adding / node, far)
  report('search / rg -il', searching / rg, count > 50_000 ? 1.3 : 2.2)
  report('export of all / find | sort | xargs cat', exporting / cat, 2)
  console.log(`  peak memory of an export of all: ${memory} MiB`)
}

/** Medians in seconds. */
function timed(lines, runs, more = []) {
  const results = path.join(home, 'hyperfine.json')
  execFileSync(
    'hyperfine',
    ['-N', '--warmup', '1', '--runs', String(runs), '--export-json', results, ...more, ...lines],
    {
      env,
      stdio: 'ignore'
    }
  )
  return JSON.parse(fs.readFileSync(results, 'utf8')).results.map(({ median }) => median)
}

/** The most memory that a run of the program had, in MiB. */
function peak(words, journal) {
  const measured = `
    process.argv.splice(1, 1, ${JSON.stringify(program)})
    process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)))
    const { main, leave } = require(${JSON.stringify(program)}).load('main.js')
    main({ args: process.argv.slice(2), installDir: ${JSON.stringify(path.join(program, '..', '..'))} }).then(leave)`
  const file = path.join(home, 'rss')
  const descriptor = fs.openSync(file, 'w')
  execFileSync('node', ['-e', measured, 'reflect', '--journal', journal, ...words], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', descriptor]
  })
  fs.closeSync(descriptor)
  return Math.round(Number(fs.readFileSync(file, 'utf8')) / 1024)
}

function report(what, ratio, limit) {
  console.log(`  ${what.padEnd(42)} ${ratio.toFixed(2)} times (at most ${limit})${ratio > limit ? '  TOO SLOW' : ''}`)
}
