import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const folder = path.join(import.meta.dirname, '..', '..', 'src', 'words', 'en')

/** Words and phrases that sound translated, where people say "fix", "default", "someone", "anyway" or "cannot be read". */
const STILTED =
  /\b(?:mend(?:ed|s)?|as usual|somebody|is none(?! near)|all the same|do(?:es)? not read\b|of the calendar|seldom)\b/i

it('uses the words that people speak', () => {
  const found = fs.readdirSync(folder).flatMap((file) => {
    const code = fs.readFileSync(path.join(folder, file), 'utf8').replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
    return code.split('\n').flatMap((line) => (STILTED.test(line) ? [`${file}: ${line.trim()}`] : []))
  })
  expect(found.filter((line) => !/where there is none/.test(line))).toEqual([])
})
