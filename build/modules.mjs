/** Turns our TypeScript files into CommonJS modules that run their imports when one of them is first used. */
import fs from 'node:fs'
import path from 'node:path'
import { transform } from '@swc/core'
import { build } from 'esbuild'
import { entries, root } from './paths.mjs'

/** What swc does to every file: remove types, comments and white space, and escape what is not ASCII. */
const options = {
  jsc: {
    parser: { syntax: 'typescript' },
    target: 'es2023',
    transform: { verbatimModuleSyntax: true },
    minify: { compress: false, mangle: false, format: { comments: false, asciiOnly: true } },
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
  return { name: nameOf(file), code: withPlainExports(withSharedImports(code, names)) }
}

/** The name of a module; that of a package stays as it is. */
function nameOf(file) {
  return file.startsWith('src/') ? path.posix.relative('src', file) : file
}

/**
 * Lets all imports share the launcher's `lazy`, with the names of modules, as finding these takes 3 % of a start. The two
 * functions that swc writes for each import take a third of a code cache.
 */
function withSharedImports(code, names) {
  return code.replaceAll(
    /function (\w+)\(\)\{const data=require\("([^"]+)"\);\1=function\(\)\{return data\};return data\}/g,
    (_, local, wanted) => `const ${local}=lazy("${names.get(wanted)}");`
  )
}

/**
 * Assigns the exports at the end of a module. The getters that swc writes at its start take 5 % of a start; they matter only
 * to cycles of imports and to exports that change, and we have neither. Exports of other modules stay getters, so as to load
 * these when they are used.
 */
function withPlainExports(code) {
  const exported = []
  const rest = code
    .replace(/Object\.defineProperty\(exports,"(\w+)",\{enumerable:true,get:function\(\)\{return (.*?)\}\}\);/, add)
    .replace(/function _export\(target,all\)\{.*?\}_export\(exports,\{(get .*?\})\}\);/, (_, getters) =>
      getters.replaceAll(/get (\w+)\(\)\{return (.*?)\},?/g, add)
    )
  return exported.length === 0 ? code : `${rest};module.exports={${exported.join(',')}}`

  function add(_, name, value) {
    exported.push(/^\w+$/.test(value) ? `${name}:${value}` : `get ${name}(){return ${value}}`)
    return ''
  }
}

function isBuiltin(name) {
  return name.startsWith('node:')
}
