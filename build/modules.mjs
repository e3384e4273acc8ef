/** Turns our TypeScript files into CommonJS modules that run their imports when one of them is first used. */
import fs from 'node:fs'
import path from 'node:path'
import { transform } from '@swc/core'
import { parse } from 'acorn'
import { build } from 'esbuild'
import { entries, root } from './paths.mjs'

/**
 * What swc does to every file: remove types, comments and white space, shorten the names of local variables, and escape what
 * is not ASCII. Less source is read and kept at each start; names of functions stay, for stack traces.
 */
const options = {
  jsc: {
    parser: { syntax: 'typescript' },
    target: 'es2023',
    transform: { verbatimModuleSyntax: true },
    minify: { compress: false, mangle: { toplevel: false }, format: { comments: false, asciiOnly: true } },
    output: { charset: 'ascii' }
  },
  minify: true
}

/**
 * Reads every file that the program imports, statically or dynamically.
 *
 * Gives the modules, sorted by name (the path below `src/`, with forward slashes), each with its code as the body of a
 * CommonJS module, and the names of the packages that they import.
 */
export async function compileModules() {
  const imports = await importsByFile()
  const modules = await Promise.all([...imports].map(([file, imported]) => compile(file, imported)))
  const packages = [...imports.values()].flat().filter(({ external, path: name }) => external && !isBuiltin(name))
  return { modules, packages: [...new Set(packages.map(({ path: name }) => name))].toSorted() }
}

/** The names of the commands, and of other files beside theirs; `__complete` is what shells call. */
export function commandsIn(modules) {
  const names = modules.flatMap(({ name }) => /^commands\/[a-z]+\/([a-z]+)\.ts$/.exec(name)?.[1] ?? [])
  return [...new Set(names), '__complete']
}

/** The imports of each file. esbuild follows them; the code that it makes is not used. */
async function importsByFile() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.values(entries).map((entry) => `src/${entry}`),
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'silent'
  })
  const files = Object.entries(metafile.inputs).map(([file, { imports }]) => [file, imports])
  return new Map(files.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** @throws Error if the file imports one of our own modules dynamically: that name would not be resolved. */
async function compile(file, imports) {
  const dynamic = imports.find(({ kind, external }) => kind === 'dynamic-import' && external !== true)
  if (dynamic !== undefined) throw new Error(`${file}: import ${dynamic.original} statically, which is lazy, too`)
  const lazy = imports.filter(({ kind }) => kind === 'import-statement').map((each) => each.original ?? each.path)
  const source = fs.readFileSync(path.join(root, file), 'utf8')
  const module = { type: 'commonjs', lazy, importInterop: 'none' }
  const { code } = await transform(source, { ...options, module, filename: file })
  const names = new Map(imports.map((each) => [each.original ?? each.path, nameOf(each.path)]))
  return { name: nameOf(file), code: simplified(code, names) }
}

/** The name of a module; that of a package stays as it is. */
function nameOf(file) {
  return file.startsWith('src/') ? path.posix.relative('src', file) : file
}

/**
 * Simplifies two forms that swc writes, found in the syntax tree:
 *
 * - The two functions for each import become one call of the launcher's `lazy`, with the name of the module. They take a third
 *   of a code cache, and finding the module takes 3 % of a start.
 * - The getters for exports at the start of a module become an object at its end, as they take 5 % of a start. They matter only
 *   to cycles of imports and to exports that change, and we have neither. Exports of other modules stay getters, so that
 *   these are loaded when they are used.
 */
function simplified(code, names) {
  const edits = []
  const exported = []
  for (const node of parse(code, { ecmaVersion: 'latest' }).body) {
    const wanted = importIn(node)
    const getters = exportsIn(node)
    for (const { name, value } of getters ?? []) {
      const text = code.slice(value.start, value.end)
      exported.push(value.type === 'Identifier' ? `${name}:${text}` : `get ${name}(){return ${text}}`)
    }
    if (wanted !== undefined) edits.push([node, `const ${node.id.name}=lazy(${JSON.stringify(names.get(wanted))});`])
    else if (getters !== undefined || node.id?.name === '_export') edits.push([node, ''])
  }
  if (exported.length > 0) edits.push([{ start: code.length, end: code.length }, `;module.exports={${exported}}`])
  return edits.reduceRight((text, [{ start, end }, fresh]) => text.slice(0, start) + fresh + text.slice(end), code)
}

/** What `function _a(){const data=require("a");_a=function(){return data};return data}` imports. */
function importIn(node) {
  const [first] = node.type === 'FunctionDeclaration' ? node.body.body : []
  const call = first?.type === 'VariableDeclaration' ? first.declarations[0].init : undefined
  return call?.callee?.name === 'require' ? call.arguments[0].value : undefined
}

/** What `_export(exports,{get a(){return a}})` or `Object.defineProperty(exports,"a",{get:function(){return a}})` exports. */
function exportsIn({ expression }) {
  if (expression?.type !== 'CallExpression' || expression.arguments[0]?.name !== 'exports') return undefined
  const returned = ({ value }) => value.body.body[0].argument
  if (expression.callee.name === '_export')
    return expression.arguments[1].properties.map((each) => ({ name: each.key.name, value: returned(each) }))
  const [, { value: name }, { properties }] = expression.arguments
  return [{ name, value: returned(properties.find(({ key }) => key.name === 'get')) }]
}

function isBuiltin(name) {
  return name.startsWith('node:')
}
