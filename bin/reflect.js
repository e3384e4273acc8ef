#!/usr/bin/env node
'use strict'
/**
 * The launcher. It loads the program with V8's code cache, which halves the start on Node 20. A cache that
 * does not fit (another Node, another processor, other code) is refused by V8 and does no harm. Caches are
 * made by the build, for the Node that builds; nothing is written at run time. All of it is in this one
 * file, because every further one takes a thirtieth of a start.
 */
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

const installDir = path.dirname(__dirname)
const dist = path.join(installDir, 'dist')
// V8 checks no more of the code than its length, so the build empties the folder each time.
const caches = path.join(dist, `cache-${process.version}-${process.platform}-${process.arch}`)
/** What people wait for: each has a cache of its own, which holds what it takes and nothing else. */
const waitedFor = ['list', 'journal', 'start', 'answers', 'resume', 'show', 'revisit', 'progress', 'search', 'export']
/** The folders in which a cache is looked for, in this order. */
let folders = [caches]

/** Compiled files by name. */
const scripts = new Map()
/** Modules by the name of their chunk. */
const modules = new Map()
/** The file that every start needs. It holds chunks, as others do, and `files`: in which other file each chunk is that has none of its own. */
const first = 'program.js'
/** What files hold, as functions by the name of their chunk; a file is read when something in it is asked for. */
const bodies = new Map()

function bodiesIn(file) {
  const known = bodies.get(file)
  if (known !== undefined) return known
  // Built code is ASCII, which reads quickest as Latin-1.
  const source = fs.readFileSync(path.join(dist, file), 'latin1')
  const script = new vm.Script(source, { filename: path.join(dist, file), cachedData: cacheOf(file) })
  scripts.set(file, script)
  bodies.set(file, script.runInThisContext())
  return bodies.get(file)
}

function cacheOf(file) {
  for (const folder of folders) {
    try {
      return fs.readFileSync(path.join(folder, `${file}.bin`))
    } catch {
      // Another one, or none: the code is compiled then.
    }
  }
  return undefined
}

function bodyOf(chunk) {
  const start = bodiesIn(first)
  return start[chunk] ?? bodiesIn(start.files[chunk] ?? chunk)[chunk]
}

/** The exports of a chunk. */
function load(chunk) {
  const known = modules.get(chunk)
  if (known !== undefined) return known.exports
  const module = { exports: {} }
  modules.set(chunk, module)
  bodyOf(chunk)(
    module.exports,
    (name) => (name.startsWith('./') ? load(name.slice(2)) : require(name)),
    module,
    builtin,
    lazy
  )
  return module.exports
}

/** A function that gives the exports of a chunk, or one of Node's own modules, which is run at its first call. */
function lazy(name) {
  let exports
  // As short as it can be: it stands between a caller and all that is called in another chunk.
  return () => (exports ??= found(name))
}

function found(name) {
  return name.startsWith('./') ? load(name.slice(2)) : builtin(name)
}

/** One of Node's own modules as an ES module is: with itself as `default`. */
function builtin(name) {
  const module = require(name)
  return Object.create(module, { default: { value: module } })
}

/** What is waited for, at a guess: with the wrong cache a start is slower, and no less right. */
function partOf(args) {
  const command = args.find((word) => waitedFor.includes(word))
  return command === 'start' && args.includes('--answers') ? 'answers' : command
}

function launch(args) {
  // Answered here, because scripts ask it and nothing need be loaded for it.
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    const { version } = JSON.parse(fs.readFileSync(path.join(installDir, 'package.json'), 'utf8'))
    try {
      // Opening Node's stream would take a tenth of a start.
      fs.writeSync(1, `${version}\n`)
    } catch {
      process.exitCode = 1
    }
  } else {
    const part = partOf(args)
    if (part !== undefined) folders = [path.join(caches, part), caches]
    const { main, leave } = load('main.js')
    main({ args, installDir }).then(leave)
  }
}

if (require.main === module) launch(process.argv.slice(2))
// For the build, which finds out what people wait for by doing it.
else module.exports = { caches, load, modules, scripts, waitedFor }
