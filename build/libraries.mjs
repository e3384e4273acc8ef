/** Bundles each package that the program imports into one CommonJS module. */
import path from 'node:path'
import { build } from 'esbuild'
import { root } from './paths.mjs'

/**
 * Gives the bundles (named as they are imported, `tar/parse`), and the path of every file that went into them, relative to
 * the root.
 */
export async function bundleLibraries(names) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map((name) => [name, name])),
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    // V8 compiles a pattern in a literal when it is first used, but `new RegExp` at once.
    supported: { 'regexp-unicode-property-escapes': true },
    // Some packages look for files beside themselves, which they do not need here.
    define: { 'import.meta.url': 'undefined', 'import.meta.filename': 'undefined' },
    minifyWhitespace: true,
    legalComments: 'none',
    metafile: true,
    write: false,
    preserveSymlinks: true,
    alias: {
      // Commander would use it for subcommands that are programs. Loading it takes 10 % of a start.
      'node:child_process': './build/nothing.mjs',
      // Chalk would find out whether to colour, with node:tty, which takes 10 % of a start; the program tells it.
      '#supports-color': './build/nothing.mjs',
      // The YAML parser asks for a variable of the environment at each token, which takes an eighth of its time.
      process: './build/no-environment.mjs'
    }
  })
  const libraries = outputFiles.map(({ path: file, text }) => ({
    name: path.relative(path.join(root, 'dist'), file).replaceAll(path.sep, '/').replace(/\.js$/, ''),
    code: text
  }))
  return { libraries, inputs: Object.keys(metafile.inputs) }
}
