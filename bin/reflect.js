#!/usr/bin/env node
'use strict'
/**
 * The launcher. It answers `--version`, and loads the program from `dist/` with V8's code cache, which halves a start.
 *
 * `dist/` holds modules as functions, many to a file (a "part"). The code cache of a part holds the bytecode of the
 * functions that a command has used so far. A run that uses a module for the first time writes it when it ends. All of
 * this is in one file because each further file costs 3 % of a start.
 */
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

const installDir = path.dirname(__dirname)
const dist = path.join(installDir, 'dist')

/** Parts by file name: `modules` (functions by module name), `script`, and `cached` (the modules that its cache covers). */
const parts = new Map()
/** Modules that were run, by name: their path below `src/`, or the name of a package. */
const loaded = new Map()
/** What packages and Node's modules export, by name, as our modules import it. */
const externals = new Map()
/** The first word of a cache file. */
const FORMAT = 'reflect-code-cache-1'
/** Set by `launch`: where caches are, or which problem prevents them; whether they cover all modules that were run. */
let cache = { problem: 'disabled', isComplete: true }

/** Returns the exports of a module, and runs it if this is its first use. */
function load(name) {
  const known = loaded.get(name)
  if (known !== undefined) return known.exports
  const module = { exports: {} }
  loaded.set(name, module)
  const start = partIn('start.js')
  const part = name in start.modules ? start : partIn((start.partOf ??= start.modules.partOf())[name])
  cache.isComplete &&= part.cached.has(name)
  // Our modules import by the names that `load` knows; packages import only Node's modules.
  part.modules[name](module.exports, name.endsWith('.ts') ? importer : require, module, lazy)
  return module.exports
}

/** Returns the exports of a module, a package or one of Node's modules, as our own modules import them. */
function importer(name) {
  return name.endsWith('.ts') ? load(name) : loadExternal(name)
}

/** A function that returns the exports of a module, and loads it at its first call. */
function lazy(name) {
  let exports
  return () => (exports ??= importer(name))
}

/** Returns the exports of a package or of one of Node's modules. Node's own `require` would take its time again at each call. */
function loadExternal(name) {
  const known = externals.get(name)
  if (known !== undefined) return known
  const exports = name.startsWith('node:') ? require(name) : load(name)
  // A CommonJS module is its own default export.
  externals.set(name, 'default' in exports ? exports : Object.create(exports, { default: { value: exports } }))
  return externals.get(name)
}

function partIn(file) {
  const known = parts.get(file)
  if (known !== undefined) return known
  const filename = path.join(dist, file)
  // The build writes ASCII, which is read fastest as Latin-1.
  const source = fs.readFileSync(filename, 'latin1')
  const { data, cached } = readCache(file)
  const script = new vm.Script(source, { filename, cachedData: data })
  const part = { modules: script.runInThisContext(), script, cached: script.cachedDataRejected ? new Set() : cached }
  parts.set(file, part)
  return part
}

/* The code cache. If it cannot be read or written, a start takes longer and nothing else happens: errors are ignored. */

/** The folder for this user's code caches; undefined if the environment names none, or a home that is not there. */
function userCacheFolder({ XDG_CACHE_HOME = '', HOME = '', LOCALAPPDATA = '' }) {
  // The XDG base directory specification says to ignore a relative path, and to create a folder that is missing.
  if (process.platform === 'linux' && path.isAbsolute(XDG_CACHE_HOME)) return path.join(XDG_CACHE_HOME, 'reflect')
  const base = process.platform === 'win32' ? LOCALAPPDATA : HOME
  if (!path.isAbsolute(base) || !fs.existsSync(base)) return undefined
  if (process.platform === 'win32') return path.join(base, 'reflect', 'Cache')
  return path.join(base, ...(process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']), 'reflect')
}

/** Finds the cache for this release, Node, code and command. Its folder need not exist yet. */
function findCache(args, { version, code, commands }) {
  if (process.env.REFLECT_NO_CACHE) return { problem: 'disabled', isComplete: true }
  const base = userCacheFolder(process.env)
  if (!base) return { problem: 'homeless', isComplete: true }
  const folder = path.join(base, `code-${version}-${process.version}-${process.platform}-${process.arch}-${code}`)
  try {
    if (![base, folder].every((each) => isPrivate(fs.statSync(each))))
      return { base, problem: 'shared', isComplete: true }
  } catch {
    // It does not exist yet. The end of this run creates it, if it can.
  }
  // A cache for all commands is larger, which would cost 8 % of a start. A wrong guess here only costs time.
  const command = args.includes('--help') ? 'help' : (args.find((word) => commands.includes(word)) ?? 'home')
  return { base, folder, command, isComplete: true }
}

function cacheFile(part) {
  return path.join(cache.folder, `${cache.command}-${part}.cache`)
}

/** Whether a file or folder belongs to this user and nobody else can write it. On Windows the folder is the user's own. */
function isPrivate({ uid, mode }) {
  return process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0)
}

/**
 * Reads the cache of a part: V8's data, and the modules that it covers. V8 does not check its data, and crashes if they are
 * damaged, so a file holds its content twice. To compare both costs 2 % of a start, to load Node's CRC-32 would cost 7 %.
 */
function readCache(file) {
  try {
    const place = cacheFile(file)
    const stats = fs.statSync(place)
    // To read a pipe would wait for ever.
    const bytes = stats.isFile() && isPrivate(stats) ? fs.readFileSync(place) : Buffer.alloc(0)
    const content = bytes.subarray(0, bytes.length / 2)
    const end = content.indexOf('\n')
    const [format, ...cached] = content.latin1Slice(0, end).split(' ')
    if (format === FORMAT && content.equals(bytes.subarray(content.length)))
      return { data: content.subarray(end + 1), cached: new Set(cached) }
  } catch {}
  return { cached: new Set() }
}

/** Writes the caches of all parts of this run, if one lacks a module that was run. */
function writeCache() {
  if (cache.isComplete || cache.folder === undefined) return
  try {
    makeFolder(cache.folder)
    if (![cache.base, cache.folder].every((each) => isPrivate(fs.statSync(each)))) return
    for (const [file, { modules, script, cached }] of parts) {
      const covered = new Set([...cached, ...[...loaded.keys()].filter((name) => name in modules)])
      const head = Buffer.from(`${FORMAT} ${[...covered].join(' ')}\n`)
      const content = [head, script.createCachedData()]
      replaceFile(cacheFile(file), Buffer.concat([...content, ...content]))
    }
    removeOldCaches()
  } catch {}
}

/**
 * Creates a folder and those above it, one by one, as Node's `recursive` never returns below /proc. Only in folders of this
 * user: what `sudo` created in a home would keep its owner from writing there. Never at the top of a disk, where no home is.
 */
function makeFolder(folder) {
  if (fs.existsSync(folder)) return
  const parent = path.dirname(folder)
  if (parent === path.parse(folder).root) throw new Error('no such home, or no such drive')
  makeFolder(parent)
  if (process.geteuid !== undefined && fs.statSync(parent).uid !== process.geteuid()) throw new Error('not our folder')
  fs.mkdirSync(folder, { mode: 0o700 })
}

function replaceFile(place, bytes) {
  const temporary = `${place}.${process.pid}`
  try {
    fs.writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o600, flush: true })
    fs.renameSync(temporary, place)
  } catch (error) {
    if (error.code !== 'EEXIST') fs.rmSync(temporary, { force: true })
    throw error
  }
}

/** Keeps the caches of the two releases, Nodes or builds that were written last, beside this one. */
function removeOldCaches() {
  const names = fs.readdirSync(cache.base).filter((name) => name.startsWith('code-'))
  const others = names.map((name) => path.join(cache.base, name)).filter((folder) => folder !== cache.folder)
  const aged = others
    .map((folder) => ({ folder, time: fs.lstatSync(folder).mtimeMs }))
    .toSorted((a, b) => b.time - a.time)
  for (const { folder } of aged.slice(2)) fs.rmSync(folder, { recursive: true, force: true })
}

/** For `doctor`: the folder, the size of the cache in bytes, and why none is used if so. */
function describeCache() {
  const { base, folder = base, problem } = cache
  if (problem !== undefined) return { folder, problem, bytes: 0 }
  try {
    makeFolder(folder)
    fs.accessSync(folder, fs.constants.W_OK)
    const sizes = fs.readdirSync(folder).map((name) => fs.statSync(path.join(folder, name)).size)
    return { folder, bytes: sizes.reduce((sum, size) => sum + size, 0) }
  } catch {
    return { folder, problem: 'unwritable', bytes: 0 }
  }
}

function readJson(...place) {
  return JSON.parse(fs.readFileSync(path.join(installDir, ...place), 'utf8'))
}

/** Without Node's own stream, which would cost 10 % of a start. */
function printVersion(asJson) {
  const { version } = readJson('package.json')
  try {
    fs.writeSync(1, `${asJson ? JSON.stringify(describeBuild(version), undefined, 2) : version}\n`)
  } catch {
    process.exitCode = 1
  }
}

/** What a report needs: which program this is, how it was installed, and which Node runs it. */
function describeBuild(version) {
  const own = fs.existsSync(path.join(installDir, 'src')) ? 'clone' : 'npm'
  const {
    kind = own,
    code,
    sources,
    commit
  } = fs.existsSync(path.join(dist, 'build.json')) ? readJson('dist', 'build.json') : {}
  const { version: node, platform, arch } = process
  return { version, kind, code, sources, commit, node, platform, arch }
}

/** An unpacked archive with a file `portable` in its folder keeps settings, packs and the journal there, as on a stick. */
function keepBesideProgram({ kind }) {
  const folder = path.dirname(installDir)
  if (kind !== 'portable' || !fs.existsSync(path.join(folder, 'portable'))) return
  process.env.REFLECT_HOME ||= path.join(folder, 'data')
  process.env.REFLECT_JOURNAL ||= path.join(folder, 'reflections')
}

/** For what throws before the program has its own report: a damaged installation. */
function failedToStart(error) {
  process.exitCode = 1
  console.error(
    `reflect could not start (${error.message}). Install it again; if that does not help, please report this sentence.`
  )
}

function launch(args) {
  try {
    startProgram(args)
  } catch (error) {
    failedToStart(error)
  }
}

function startProgram(args) {
  if (args.length < 3 && (args[0] === '--version' || args[0] === '-V') && (args[1] ?? '--json') === '--json')
    return printVersion(args.length === 2)
  // The build writes it last.
  if (!fs.existsSync(path.join(dist, 'build.json'))) {
    process.exitCode = 1
    return console.error(`reflect is not built yet. Run "npm run build" or "npm start" in ${installDir}.`)
  }
  const build = readJson('dist', 'build.json')
  keepBesideProgram(build)
  cache = findCache(args, build)
  // At an exit all output is written, and Ctrl-C leads there, too.
  process.on('exit', writeCache)
  const { main, leave } = load('main.ts')
  main({ args, installDir, codeCache: describeCache }).then(leave).catch(failedToStart)
}

if (require.main === module) launch(process.argv.slice(2))
// The build runs the program that it makes.
else module.exports = { load, loaded }
