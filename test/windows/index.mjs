/**
 * Runs the built program and the tests on the official node.exe under Wine:
 *
 *     npm run test:windows [-- PART …]     files whose path holds one of these parts; all without. `windows/console` is the session
 *                                          that is typed in a console
 *     npm run test:windows -- --here …     the same without Wine, on the Node that runs this (22.18 or later)
 *
 * The results are in `out/windows` as JSON, and the screens of the console as text.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { root } from '../../build/paths.mjs'
import { consoleSessions } from './console.mjs'
import { summary } from './summary.mjs'
import { closeWine, hasWine, prepareWine, runUntil, windowsPath, wineEnv } from './wine.mjs'

/** How long a test may take before the process that runs it is stopped. Milliseconds. */
const LIMIT = 400_000
/** How many files one process runs, which loads the program once for all. */
const BATCH = 8
const CONSOLE = 'test/windows/console.mjs'

const out = path.join(root, 'out', 'windows')
const args = process.argv.slice(2)
const isHere = args.includes('--here')
const parts = args.filter((part) => part !== '--here')

if (isHere || hasWine()) process.exitCode = await main()
else console.log('Skipped: Wine is not installed. On Debian: apt-get install wine wine64')

async function main() {
  execFileSync(process.execPath, [path.join(root, 'build', 'index.mjs'), '--if-stale'], { stdio: 'inherit' })
  fs.rmSync(out, { recursive: true, force: true })
  fs.mkdirSync(out, { recursive: true })
  const system = isHere ? { command: [process.execPath], env: process.env, path: (file) => file } : wine()
  await work(system, 'prepare', () => false, ['prepare', system.path(path.join(out, 'values.json'))])
  const tests = await runAll(system, testFiles())
  if (!isHere && isChosen(CONSOLE)) tests.push(...(await consoleTests(system.command)))
  if (!isHere) closeWine()
  fs.writeFileSync(path.join(out, 'results.json'), JSON.stringify(tests, null, 1))
  return summary(tests, isHere)
}

function wine() {
  return { command: prepareWine(), env: wineEnv, path: windowsPath }
}

function testFiles() {
  return fs
    .readdirSync(path.join(root, 'test'), { recursive: true })
    .map((file) => `test/${file}`)
    .filter((file) => file.endsWith('.test.ts'))
    .toSorted()
    .filter(isChosen)
}

function isChosen(file) {
  return parts.length === 0 || parts.some((part) => file.includes(part))
}

async function consoleTests(node) {
  const sessions = await consoleSessions(node)
  fs.writeFileSync(
    path.join(out, 'console.txt'),
    sessions.map(({ name, screens }) => `${name}\n\n${screens}\n`).join('\n')
  )
  return sessions.map(({ name, fault }) => ({
    name: `${CONSOLE} > a whole exercise, ${name}`,
    state: fault === undefined ? 'pass' : 'fail',
    error: fault
  }))
}

/** Runs the files in as many processes as there are cores. What a stopped process did not come to goes back into the queue. */
async function runAll(system, queue) {
  const tests = []
  const processes = Array.from({ length: os.availableParallelism() }, async (_, index) => {
    for (let batch = 0; queue.length > 0; batch++) {
      const files = queue.splice(0, BATCH)
      const lines = await runBatch(system, `${index}-${batch}`, files)
      const begun = files.filter((file) => lines.some((line) => line.file === system.path(path.join(root, file))))
      // A process that does not start is a failure of all.
      const done = begun.length === 0 ? files : begun
      tests.push(
        ...done.flatMap((file) =>
          testsOf(
            file,
            lines.filter((line) => line.file === system.path(path.join(root, file)))
          )
        )
      )
      queue.unshift(...files.filter((file) => !done.includes(file)))
    }
  })
  await Promise.all(processes)
  return tests
}

async function runBatch(system, name, files) {
  const results = path.join(out, `${name}.jsonl`)
  fs.writeFileSync(results, '')
  const isStuck = () => Date.now() - fs.statSync(results).mtimeMs > LIMIT
  const inputs = [path.join(out, 'values.json'), results, ...files.map((file) => path.join(root, file))]
  await work(system, name, isStuck, ['run', ...inputs.map(system.path)])
  const text = fs.readFileSync(results, 'utf8').trim()
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line))
}

function work({ command, env, path: pathOf }, name, isStuck, more) {
  const worker = pathOf(path.join(import.meta.dirname, 'worker.mjs'))
  return runUntil(isStuck, [...command, worker, ...more], env, path.join(out, `${name}.log`))
}

/** The tests of a file. One during which the process ended is a failure. */
function testsOf(file, lines) {
  const tests = lines.filter(({ state }) => state !== undefined)
  if (lines.at(-1)?.end !== true) {
    const begun = lines.findLast(({ begins }) => begins !== undefined)?.begins ?? []
    tests.push({
      name: [...begun, '(the process)'],
      state: 'fail',
      error: 'Node ended, or was stopped, before the test did'
    })
  }
  const count = (wanted) => tests.filter(({ state }) => state === wanted).length
  console.log(`${file}: ${count('pass')} passed, ${count('fail')} failed, ${count('skip')} skipped`)
  return tests.map(({ name, state, note, error }) => ({ name: [file, ...name].join(' > '), state, note, error }))
}
