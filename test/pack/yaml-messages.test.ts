import fs from 'node:fs'
import { parseAllDocuments } from 'yaml'
import { describe, expect, it } from 'vitest'

/** `pack/yaml/syntax-errors.ts` parses these messages: check that file before you change the version or a message here. */
const version = '2.9.1'

const messages: readonly (readonly [text: string, code: string, message: string])[] = [
  ['[b, c', 'MISSING_CHAR', 'Flow sequence must end with a ]'],
  ['{b: c', 'MISSING_CHAR', 'Flow map must end with a }'],
  ['a: [b, c', 'BAD_INDENT', 'Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ['a: {b: c', 'BAD_INDENT', 'Flow map in block collection must be sufficiently indented and end with a }'],
  ['a: "b', 'MISSING_CHAR', 'Missing closing "quote'],
  ["a: 'b", 'MISSING_CHAR', "Missing closing 'quote"],
  ['a: b\nc\n', 'MISSING_CHAR', 'Implicit map keys need to be followed by map values'],
  ['- - a\n  b: c\n', 'MISSING_CHAR', 'Sequence item without - indicator'],
  ['- a: b\n  - c: d\n', 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key'],
  ['a: b: c\n', 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings'],
  ['[\n- a\n]', 'BLOCK_IN_FLOW', 'Block collections are not allowed within flow collections']
]

describe('the yaml library', () => {
  it('is installed in the version whose messages are parsed', () => {
    const read = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8'))
    expect(read('package.json')).toMatchObject({ devDependencies: { yaml: version } })
    expect(read('node_modules/yaml/package.json')).toMatchObject({ version })
  })

  it.each(messages)('rejects %j with %s: %s', (text, code, message) => {
    const errors = parseAllDocuments(text, { prettyErrors: false }).flatMap((document) => document.errors)
    expect(errors).toContainEqual(expect.objectContaining({ code, message }))
  })
})
