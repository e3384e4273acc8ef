/**
 * Builds `dist/`: the program as CommonJS, the bundled packs as JSON, and V8's code cache for the Node
 * that builds.
 *
 * Two passes, because esbuild splits code for ES modules only, while Node starts CommonJS faster and
 * can give it a code cache: bundle and split, then turn each chunk into CommonJS. Chunks are put together,
 * since reading one file is quicker than reading forty: what lists and help were seen to load in `program.js`,
 * what a walk loaded besides in `walk.js`, what shows entries in `views.js`, searches and exports in
 * `gather.js`, the rest of our own in `rest.js`; the large libraries stay in files of their own, and so do the
 * words of each language but English.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build, transform } from 'esbuild'

const root = import.meta.dirname
const dist = path.join(root, 'dist')

// Left as they are written: a pattern in a literal is only compiled when it is used.
const supported = { 'regexp-unicode-property-escapes': true }

const bundled = await build({
  absWorkingDir: root,
  // What is named here beside the program itself are chunks of their own, run when they are first used.
  entryPoints: {
    main: 'src/main.ts',
    compile: 'src/pack/bundled/compile.ts',
    'fast-string-width': 'fast-string-width',
    chalk: 'chalk',
    marked: 'marked',
    commonmark: 'commonmark',
    ...wordsByArea()
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  supported,
  define: { 'import.meta.url': 'undefined', 'import.meta.filename': 'undefined' },
  metafile: true,
  write: false,
  // Its ES modules: named exports of CommonJS would not survive the second pass.
  alias: { yaml: './node_modules/yaml/browser/dist/index.js' },
  plugins: [lazyChildProcess(), noColourDetection()]
})

fs.rmSync(dist, { recursive: true, force: true })
fs.mkdirSync(dist)
// Until it is known what is loaded together, every chunk is in a file of its own.
writeChunks('program.js', [], {})
const ours = []
for (const { path: file, text } of bundled.outputFiles) {
  const name = path.basename(file)
  const output = bundled.metafile.outputs[`dist/${name}`]
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    supported: { ...supported, 'dynamic-import': false },
    minifyWhitespace: true
  })
  const [helpers, own] = apart(code)
  const body = `${JSON.stringify(name)}(exports, require, module, builtin, __lazy) {${lazily(withChunks(withBuiltins(inAscii(plainly(own)))))}}`
  const chunk = { name, language: languageOf(output), helpers, body }
  if (isOwn(output)) ours.push(chunk)
  writeChunks(name, [chunk])
}
writeNotices(Object.keys(bundled.metafile.inputs))

// From here on the program builds the rest of itself.
const { load, waitedFor } = createRequire(import.meta.url)('./bin/reflect.js')
await load('compile.js').compilePacks(root)
putTogether()
for (const part of [...waitedFor, 'program', 'walk', 'views', 'gather', 'welsh']) warmUp(part, 'caches')
writeManual()

/** Puts each of our own chunks into the file of what was first seen to load it. */
function putTogether() {
  const loadedBy = ['program', 'walk', 'views', 'gather'].map((part) => [
    part,
    new Set(warmUp(part, 'chunks').split('\n'))
  ])
  const fileOf = ({ name, language }) => {
    const [part = language === undefined ? 'rest' : `words-${language}`] =
      loadedBy.find(([, names]) => names.has(name)) ?? []
    return `${part}.js`
  }
  const files = new Set(ours.map(fileOf))
  const others = ours.filter((chunk) => fileOf(chunk) !== 'program.js')
  const index = Object.fromEntries(others.map((chunk) => [chunk.name, fileOf(chunk)]))
  for (const { name } of ours) fs.rmSync(path.join(dist, name))
  for (const file of files) {
    const chunks = ours.filter((chunk) => fileOf(chunk) === file)
    writeChunks(file, chunks, file === 'program.js' ? index : undefined)
  }
}

/** Does what people wait for, in a process of its own, so that what was loaded for it is nothing else. */
function warmUp(part, wanted) {
  return execFileSync(process.execPath, [path.join(root, 'warm-up.cjs'), part, wanted], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  })
}

/**
 * The language, other than English, of which a chunk holds the words; the few that entries need do not count, for readers
 * know every language.
 */
function languageOf({ inputs }) {
  const [language, ...others] = new Set(
    Object.keys(inputs).map((input) => /^src\/words\/(?!en\/)([a-z]{2})\/(?!entry\.)/.exec(input)?.[1])
  )
  return others.length === 0 ? language : undefined
}

/** The manual page, in English whatever the language here. */
function writeManual() {
  const manual = execFileSync(process.execPath, [path.join(root, 'bin', 'reflect.js'), 'help', '--man'], {
    env: { PATH: process.env.PATH, LANG: 'en_GB.UTF-8' }
  })
  fs.writeFileSync(path.join(dist, 'reflect.1'), manual)
}

/** The files of sentences: a start says few of them. What leads to those of English is looked at by every start. */
function wordsByArea() {
  const names = fs.readdirSync(path.join(root, 'src', 'words'), { recursive: true })
  const areas = names
    .filter((name) => name.endsWith('.ts') && !/^(en\/)?index\.ts$/.test(name))
    .map((name) => [`words-${name.replace(/\W/g, '-')}`, name])
  return Object.fromEntries(areas.map(([chunk, name]) => [chunk, `src/words/${name}`]))
}

/** Writes chunks as functions by name, below the helpers of esbuild that they share; and in which files others are. */
function writeChunks(file, chunks, files) {
  const helpers = new Set(chunks.flatMap((chunk) => chunk.helpers))
  const bodies = chunks.map(({ body }) => body)
  const index = files === undefined ? [] : [`files:${JSON.stringify(files)}`]
  fs.writeFileSync(
    path.join(dist, file),
    `(()=>{${[...helpers].join('')}return{\n${[...index, ...bodies].join(',\n')}\n}})()`
  )
}

/** A chunk's code without the helpers that esbuild puts before it, the same in every chunk; and these. */
function apart(code) {
  const start = code.indexOf('var stdin_exports=')
  return [code.slice(0, start).split(/(?<=;)(?=var __)/), code.slice(start)]
}

/**
 * Exports as plain properties, set when the chunk has run: esbuild would make a getter for each, which takes a twentieth of
 * a start. Nothing that we export changes after that; what libraries do as they are first used does, so theirs stay.
 */
function plainly(code) {
  const made = /var (stdin_exports)=\{\};__export\(\1,\{(.*?)\}\);module\.exports=__toCommonJS\(\1\);/s
  const [, name, getters] = made.exec(code) ?? []
  if (name === undefined) return code
  if (/__(?:esm|commonJS)\(/.test(code))
    return code.replace(
      /module\.exports=__toCommonJS\((\w+)\)/,
      'module.exports=Object.defineProperty($1,"__esModule",{value:true})'
    )
  return `${code.replace(made, '')}module.exports={__esModule:true,${getters.replaceAll(':()=>', ':')}};`
}

/** Chunks are ES modules already, so what they export need not be copied to something that looks like one. */
function withChunks(code) {
  return code.replaceAll(/__toESM\((require\("\.\/[^"]+"\))\)/g, '$1')
}

/** As the launcher reads it, Latin-1: esbuild escapes what texts hold, but no pattern in a literal. */
function inAscii(code) {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Node's own modules come from the loader as they are: esbuild would copy all of their properties, in every chunk. */
function withBuiltins(code) {
  return code.replaceAll(/__toESM\(require\(("node:[a-z_/]+")\)\)/g, 'builtin($1)')
}

/** Chunks and Node's own modules are run when something of theirs is first used: a start uses little of what it has at hand. */
function lazily(code) {
  const imported = /var (import_\w+)=(?:require|builtin)\(("(?:\.\/|node:)[^"]+")\)/g
  const names = [...code.matchAll(imported)].map(([, name]) => name)
  const uses = new RegExp(`\\b(${names.join('|')})\\.`, 'g')
  return names.length === 0
    ? code
    : code.replaceAll(imported, 'var $1=__lazy($2)').replaceAll(uses, (_, name) => `(${name}()).`)
}

/** A chunk without a large library in it. */
function isOwn({ inputs }) {
  return Object.keys(inputs).every(
    (input) => !input.startsWith('node_modules/') || /\/(commander|chalk|fast-[a-z-]+)\//.test(input)
  )
}

/** Commander asks for child_process, which costs a tenth of a start, for a feature that we do not use until called. */
function lazyChildProcess() {
  const contents = `export default { spawn: (...args) => process.getBuiltinModule('node:child_process').spawn(...args) }`
  return {
    name: 'lazy-child-process',
    setup(plugin) {
      plugin.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
        importer.includes(`${path.sep}commander${path.sep}`) ? { path: 'child_process', namespace: 'lazy' } : undefined
      )
      plugin.onLoad({ filter: /.*/, namespace: 'lazy' }, () => ({ contents }))
    }
  }
}

/** We tell chalk whether to colour; that it finds out for itself loads node:os and node:tty at every start. */
function noColourDetection() {
  const contents = 'export default { stdout: false, stderr: false }'
  return {
    name: 'no-colour-detection',
    setup(plugin) {
      plugin.onResolve({ filter: /^#supports-color$/ }, () => ({ path: 'supports-color', namespace: 'none' }))
      plugin.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents }))
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
