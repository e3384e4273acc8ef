/**
 * Runs test files with vitest's own collector, runner and matchers on Node's own type stripping, without Vite, whose native modules do
 * not start under Wine:
 *
 *     node worker.mjs prepare VALUES            runs the global set-up and writes the values that tests inject
 *     node worker.mjs run VALUES RESULTS FILE…  runs files and appends a line of JSON for each test that begins or ends
 *
 * Everything goes to files: Node cannot write to a pipe of Linux under Wine.
 */
import fs from 'node:fs'
import { registerHooks } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const root = path.join(import.meta.dirname, '..', '..')
const TIMEOUT = 300_000
/** The name of the global variable in which vitest looks for it. */
const WORKER_STATE = '__vitest_worker__'

/** Packages whose native code does not start under Wine. */
const replaced = new Set(['esbuild', '@lydell/node-pty'])

registerHooks({
  resolve(specifier, context, next) {
    if (process.platform === 'win32' && replaced.has(specifier))
      specifier = new URL('stand-ins.mjs', import.meta.url).href
    // Our files are modules, which Node otherwise finds out by parsing each twice.
    const found = next(specifier, context)
    return found.url.endsWith('.ts') ? { ...found, format: 'module-typescript' } : found
  }
})
const [command, values, results, ...files] = process.argv.slice(2)
/** The file that is run. */
let file

if (command === 'prepare') await prepare()
else await run()
// Whatever a test left open.
process.exit()

async function prepare() {
  const provided = {}
  const { default: setup } = await import('../kit/global-setup.ts')
  await setup({ onTestsRerun: () => {}, provide: (name, value) => (provided[name] = value) })
  fs.writeFileSync(values, JSON.stringify(provided))
}

async function run() {
  Object.assign(process.env, { TZ: 'Europe/London', LANG: 'en_GB.UTF-8', VITEST: 'true' })
  const config = configuration()
  // What the modules of vitest find in one of its own workers.
  globalThis[WORKER_STATE] = {
    config,
    ctx: { pool: 'forks' },
    environment: { name: 'node' },
    evaluatedModules: { idToModuleMap: new Map() },
    resolvingModules: new Set(),
    onCleanup: () => {},
    metaEnv: process.env,
    providedContext: JSON.parse(fs.readFileSync(values, 'utf8'))
  }
  const { TestRunner } = await import('vitest')
  const { startTests } = await import('vitest/internal/browser')
  for (const event of ['unhandledRejection', 'uncaughtException'])
    process.on(event, (error) => report({ name: [`(${event})`], state: 'fail', error: text(error) }))
  for (file of files) {
    report({ begins: [] })
    const [tests] = await startTests([file], runnerFrom(TestRunner, config))
    for (const error of tests.result?.errors ?? []) report({ name: ['(the file)'], state: 'fail', error: text(error) })
    report({ end: true })
  }
}

function runnerFrom(TestRunner, config) {
  return new (class extends TestRunner {
    // The suite has no snapshots.
    snapshotClient = { setup() {}, clear() {}, clearTest() {}, skipTest() {}, getSnapshotState() {} }
    trace = (_name, attributes, work) => (work ?? attributes)()
    importFile(name) {
      return import(pathToFileURL(name).href)
    }
    onAfterRunSuite(suite) {
      if (suite.type === 'suite' && suite.result?.errors?.length > 0 && !('filepath' in suite))
        report({ name: [...names(suite), '(hooks)'], state: 'fail', error: text(suite.result.errors[0]) })
    }
    onBeforeRunTask(test) {
      super.onBeforeRunTask(test)
      report({ begins: names(test) })
    }
    onAfterRunTask(test) {
      super.onAfterRunTask(test)
      const { state, errors = [], duration, note } = test.result
      report({ name: names(test), state, duration, note, error: errors.map(text).join('\n') })
    }
    onAfterRunFiles(tasks) {
      super.onAfterRunFiles()
      for (const task of tasks.flatMap(testsIn))
        if (task.mode === 'skip' || task.mode === 'todo')
          report({ name: names(task), state: 'skip', note: task.result?.note })
    }
  })(config)
}

function testsIn(task) {
  return task.type === 'test' ? [task] : task.tasks.flatMap(testsIn)
}

function names(task) {
  return task === undefined || 'filepath' in task ? [] : [...names(task.suite), task.name]
}

/** The message, and the lines of our own files that lead to it. */
function text(error) {
  const { name, message, stack = '' } = error ?? {}
  const lines = stack.split('\n').filter((line) => /^ +at .*\/(src|test)\//.test(line))
  return [`${name}: ${message}`, ...lines.slice(0, 3)].join('\n')
}

function report(line) {
  fs.appendFileSync(results, `${JSON.stringify({ file, ...line })}\n`)
}

function configuration() {
  return {
    root,
    setupFiles: [path.join(root, 'test', 'kit', 'setup.ts')],
    name: undefined,
    passWithNoTests: true,
    testNamePattern: undefined,
    allowOnly: true,
    sequence: { seed: 0, hooks: 'stack', setupFiles: 'list' },
    chaiConfig: undefined,
    maxConcurrency: 1,
    testTimeout: TIMEOUT,
    hookTimeout: TIMEOUT,
    retry: 0,
    includeTaskLocation: false,
    tags: [],
    tagsFilter: undefined,
    strictTags: false,
    expect: {},
    experimental: { importDurations: { limit: 0 }, viteModuleRunner: false },
    snapshotOptions: { updateSnapshot: 'none', expand: false },
    fakeTimers: {}
  }
}
