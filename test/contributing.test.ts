import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..')

/** How each guide of CONTRIBUTING.md finds the files that name its example. */
const guides = {
  'prompt type': {
    folders: ['src', 'test/kit', 'test/questions/kit', 'test/terminal/rich/widgets', 'docs'],
    // A key or a declaration of the type in code, a heading or a row of a table in the documents.
    names:
      /^\s*ranking[:,]|\bfunction ranking\b|\bconst ranking\b|'ranking'$|Asker<'ranking'>|^## ranking$|^\| `ranking`/m
  },
  export: { folders: ['src'], names: /^\s*txt:|'txt'|\bconst text: Format\b/m },
  command: { folders: ['src'], names: /\bsearchCommand\b|^ {2}search: \{$/m }
}

/** Every file below some folders that can hold code or a contract, by its path from the root. */
function filesIn(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|md)$/.test(file) && !file.endsWith('.test.ts'))
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
  )
}

describe('the guides of CONTRIBUTING.md', () => {
  const text = fs.readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8')

  it.each(Object.entries(guides))('list every file for a new %s', (guide, { folders, names }) => {
    const [, section = ''] = new RegExp(`<!-- files: ${guide} -->([^]*?)<!-- end -->`).exec(text) ?? []
    const listed = [...section.matchAll(/`((?:src|test|docs)\/[^`]+\.(?:ts|md))`/g)].map(([, file]) => file)
    const naming = filesIn(folders).filter((file) => names.test(fs.readFileSync(path.join(root, file), 'utf8')))
    // The guide explains this file; the new type is not named there.
    const interfaceOfTypes = 'src/questions/shared/question.ts'
    expect(listed.filter((file) => file !== interfaceOfTypes).toSorted()).toEqual(naming.toSorted())
  })
})
