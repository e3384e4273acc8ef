'use strict'
/**
 * Loads the program's own chunks with V8's code cache, which halves the start on Node 20. A cache that
 * does not fit (another Node, another processor, another chunk) is refused by V8 and does no harm.
 * Caches are made by the build, for the Node that builds; nothing is written at run time.
 */
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

/** Chunks by file name: their exports, and the compiled script for the build to take the cache from. */
const loaded = new Map()

/** The exports of one of our own chunks; `file` is absolute. */
function load(file) {
  const known = loaded.get(file)
  if (known !== undefined) return known.module.exports
  const module = { exports: {} }
  const chunk = { module, script: undefined }
  loaded.set(file, chunk)
  const source = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(file, 'utf8')}\n})`
  chunk.script = new vm.Script(source, { filename: file, cachedData: cacheOf(file) })
  const folder = path.dirname(file)
  const requireOwn = (name) => (name.startsWith('./') ? load(path.join(folder, name)) : require(name))
  chunk.script.runInThisContext()(module.exports, requireOwn, module, file, folder)
  return module.exports
}

/** Where a chunk's cache is: V8 checks a source's length only, so the build empties the folder each time. */
function cacheFile(file) {
  return path.join(
    path.dirname(file),
    `cache-${process.version}-${process.platform}-${process.arch}`,
    `${path.basename(file)}.bin`
  )
}

function cacheOf(file) {
  try {
    return fs.readFileSync(cacheFile(file))
  } catch {
    return undefined
  }
}

/** For the build: writes the cache of everything that has been loaded and run so far. */
function writeCaches() {
  for (const [file, { script }] of loaded) {
    fs.mkdirSync(path.dirname(cacheFile(file)), { recursive: true })
    fs.writeFileSync(cacheFile(file), script.createCachedData())
  }
}

module.exports = { load, writeCaches }
