/**
 * Builds `dist/`: the program as CommonJS chunks that are loaded only when a command needs them, the
 * bundled packs as JSON, and V8's code cache for the Node that builds.
 *
 * Two passes, because esbuild splits code for ES modules only, while Node starts CommonJS faster and
 * can give it a code cache: bundle and split, then turn each chunk into CommonJS.
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { build, transform } from 'esbuild'

const root = import.meta.dirname
const dist = path.join(root, 'dist')

const bundled = await build({
  absWorkingDir: root,
  entryPoints: { main: 'src/main.ts', compile: 'src/pack/compile.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  define: { 'import.meta.url': 'undefined', 'import.meta.filename': 'undefined' },
  charset: 'utf8',
  metafile: true,
  write: false,
  // Its ES modules: named exports of CommonJS would not survive the second pass.
  alias: { yaml: './node_modules/yaml/browser/dist/index.js' },
  plugins: [lazyChildProcess()]
})

fs.rmSync(dist, { recursive: true, force: true })
fs.mkdirSync(dist)
for (const file of bundled.outputFiles) {
  const { code } = await transform(file.text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    charset: 'utf8',
    supported: { 'dynamic-import': false }
  })
  fs.writeFileSync(path.join(dist, path.basename(file.path)), code)
}
writeNotices(Object.keys(bundled.metafile.inputs))

// From here on the program builds the rest of itself.
const { load, writeCaches } = createRequire(import.meta.url)('./bin/load.js')
await load(path.join(dist, 'compile.js')).compilePacks(root)
fs.rmSync(path.join(dist, 'compile.js'))
await warmUp(load(path.join(dist, 'main.js')))
writeCaches()

/** Runs once, on nobody's terminal and in an empty home, what people wait for: V8 then knows which functions to keep. */
async function warmUp({ main }) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-build-'))
  const sink = { write: () => true, isTTY: false, columns: 80, rows: 24 }
  const env = { REFLECT_HOME: home, REFLECT_JOURNAL: path.join(home, 'journal') }
  const context = { stdin: new PassThrough(), stdout: sink, stderr: sink, env, cwd: home, homeDir: home }
  for (const args of [['--help'], ['list'], ['journal'], []]) await main({ args, installDir: root, context })
  fs.rmSync(home, { recursive: true })
}

/** Commander asks for child_process, which costs a tenth of a start, for a feature that we do not use until called. */
function lazyChildProcess() {
  const contents = `export default { spawn: (...args) => process.getBuiltinModule('node:child_process').spawn(...args) }`
  return {
    name: 'lazy-child-process',
    setup(build) {
      build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
        importer.includes(`${path.sep}commander${path.sep}`) ? { path: 'child_process', namespace: 'lazy' } : undefined
      )
      build.onLoad({ filter: /.*/, namespace: 'lazy' }, () => ({ contents }))
    }
  }
}

/** The licences of what is bundled, as they ask. */
function writeNotices(inputs) {
  const packages = new Set(inputs.flatMap((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []))
  const notices = [...packages].toSorted().map((name) => {
    const folder = path.join(root, 'node_modules', name)
    const { version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
    const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    const text = file === undefined ? `Licence: ${license}` : fs.readFileSync(path.join(folder, file), 'utf8').trim()
    return `${name} ${version}\n\n${text}\n`
  })
  fs.writeFileSync(path.join(dist, 'THIRD-PARTY-LICENCES.txt'), notices.join(`\n${'-'.repeat(72)}\n\n`))
}
