/** Writes modules into few files ("parts"), because reading one file is faster than reading forty. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { dist } from './paths.mjs'

/** The groups of commands whose modules `observe.cjs` finds out. */
const observed = ['start', 'home', 'walk', 'views', 'gather']

/** Writes all modules into one part, so that the build can run the program. */
export function writeOnePart(modules) {
  write(modules, () => 'start')
}

/** Writes the parts of `dist/`: those that the students' usual commands were seen to use, and the rest. */
export function writeParts(modules) {
  const uses = observed.map((group) => ({ group, names: namesUsedBy(group) }))
  write(modules, (name) => partUsedBy(uses.filter(({ names }) => names.has(name))) ?? unusedPart(name))
}

function namesUsedBy(group) {
  const output = execFileSync(process.execPath, [path.join(import.meta.dirname, 'observe.cjs'), group])
  return new Set(JSON.parse(output.toString()))
}

/** Every command reads the part `start`, so it has only what the fastest commands use. What several others use is in `common`. */
function partUsedBy([first, ...others]) {
  return first === undefined || first.group === 'start' || others.length === 0 ? first?.group : 'common'
}

/** The part of a module that was not seen in use. */
function unusedPart(name) {
  // A walk uses some of the types of questions, another walk uses others, each with its own helpers.
  if (/^(?:questions|interview|terminal|commands\/session|dates|text|util)\//.test(name)) return 'walk'
  if (name.startsWith('words/cy/')) return 'welsh'
  // Only searches of large journals use a cache.
  if (name.startsWith('journal/search/')) return 'gather'
  return name.endsWith('.ts') ? 'rest' : name.replaceAll('/', '-')
}

/** A part is an expression: an object of functions by module name. That of `start.js` tells where the other modules are. */
function write(modules, partOf) {
  const index = Object.fromEntries(modules.map(({ name }) => [name, `${partOf(name)}.js`]))
  const others = Object.fromEntries(Object.entries(index).filter(([, file]) => file !== 'start.js'))
  for (const file of new Set(Object.values(index))) {
    const functions = modules.filter(({ name }) => index[name] === file).map(asMethod)
    if (file === 'start.js') functions.unshift(`partOf(){return ${JSON.stringify(others)}}`)
    writeAscii(path.join(dist, file), `({${functions.join(',\n')}})`)
  }
}

function asMethod({ name, code }) {
  return `${JSON.stringify(name)}(exports,require,module,lazy){${code}\n}`
}

/** The launcher reads Latin-1. @throws Error if a character would be read as another. */
function writeAscii(file, code) {
  const bytes = Buffer.from(code)
  if (bytes.length !== code.length) throw new Error(`${path.basename(file)} is not ASCII`)
  fs.writeFileSync(file, bytes)
}
