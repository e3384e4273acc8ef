/** What the tests use of packages whose native code does not start under Wine. */
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { TestRunner } from 'vitest'

/** Of esbuild: a script that Node can run. Its imports stay in their own files, whose types Node strips by itself. */
export async function build({ stdin, outfile }) {
  const module = path.join(path.dirname(outfile), 'script.mts')
  const absolute = /(?<=from ')[A-Za-z]:[^']*(?=')/g
  fs.writeFileSync(
    module,
    stdin.contents.replace(absolute, (file) => pathToFileURL(file).href)
  )
  // Tests read what a script prints, which a warning of Node about the type of its modules would spoil.
  fs.writeFileSync(outfile, "process.removeAllListeners('warning')\nawait import('./script.mts')\n")
}

/** Of node-pty: nothing. The test says why it is skipped. */
export function spawn() {
  TestRunner.getCurrentTest()?.context.skip('Wine has no pseudo-terminals')
  throw new Error('Wine has no pseudo-terminals')
}
