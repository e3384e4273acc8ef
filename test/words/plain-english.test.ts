import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..')

/** Words and phrases that sound translated, where people say "fix", "default", "someone", "anyway" or "cannot be read". */
const STILTED =
  /\b(?:mend(?:ed|s|ing)?|as usual|somebody|(?<!there )is none(?! near)|all the same|do(?:es)? not read\b|of the calendar|seldom|anew|as (?:it|they) stands?\b|it is not so that|tells? of|out of whatever|whatever leaves|a deed|(?:lies|stands?) (?:above|below)|on its way|takes? entries in|brackets or dashes too many)\b/i

/** The pages that users read, without code blocks, which quote what learners wrote. */
const PAGES = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs']

it('uses the words that people speak', () => {
  const words = filesOf('src/words/en').map((file) => [file, withoutComments(read(file))] as const)
  const pages = PAGES.flatMap(filesOf).map((file) => [file, withoutCode(read(file))] as const)
  const found = [...words, ...pages].flatMap(([file, text]) =>
    text.split('\n').flatMap((line) => (STILTED.test(line) ? [`${file}: ${line.trim()}`] : []))
  )
  expect(found).toEqual([])
})

function filesOf(name: string): string[] {
  if (!fs.statSync(path.join(root, name)).isDirectory()) return [name]
  return fs
    .readdirSync(path.join(root, name))
    .filter((file) => /\.(?:ts|md)$/.test(file))
    .map((file) => path.join(name, file))
}

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8')
}

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
}

function withoutCode(page: string): string {
  return page.replaceAll(/^```[^]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, '')
}
