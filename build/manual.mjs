/** Writes the manual page, in English whatever the language of this machine is. */
import fs from 'node:fs'
import path from 'node:path'
import { dist, root } from './paths.mjs'

/** @param main that of `src/main.ts`, built. */
export async function writeManual(main) {
  const texts = []
  const stdout = { write: (text) => texts.push(text), isTTY: false, columns: 80, rows: 24 }
  await main({ args: ['help', '--man'], installDir: root, context: { stdout, env: { LANG: 'en_GB.UTF-8' } } })
  fs.writeFileSync(path.join(dist, 'reflect.1'), texts.join(''))
}
