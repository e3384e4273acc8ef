import path from 'node:path'
import { expect, it } from 'vitest'
import { parsePack } from '../../src/pack/source/parse.ts'
import { readPack } from '../../src/pack/source/source.ts'
import { english } from '../../src/words/index.ts'

const expected = `
pack.yaml:3:10 bad-version
pack.yaml:5:11 bad-language
pack.yaml:6:1 unknown-key
pack.yaml:9:47 unknown-exercise
pack.yaml:10:11 still-there
first.yaml:4:37 bad-span
first.yaml:10:12 colon-in-text
first.yaml:17:26 comma-in-braces
first.yaml:17:37 label-off-scale
first.yaml:19:17 colon-in-text
first.yaml:21:16 text-after-quote
first.yaml:23:10 starts-with-quotation
first.yaml:25:24 cut-by-comment
first.yaml:27:10 alias
first.yaml:28:9 duplicate-id
second.yaml:1:1 no-minutes
second.yaml:5:11 unknown-type
second.yaml:10:19 empty-range
second.yaml:14:19 unknown-prompt
second.yaml:18:33 unknown-gap
second.yaml:19:13 unused-gap
second.yaml:22:31 out-of-reach
second.yaml:23:9 reserved-id
second.yaml:24:19 later-prompt
second.yaml:26:10 two-questions
second.yaml:27:14 not-true-or-false
second.yaml:31:11 nothing-there
second.yaml:32:5 unknown-key
second.yaml:33:5 privacy-not-stated
second.yaml:33:9 device-name
second.yaml:35:12 not-text
third.yaml:3:10 not-whole
third.yaml:7:1 tab
third.yaml:11:5 no-column
third.yaml:13:13 unclosed
`

it('reports thirty different mistakes in one run, each at its line and column', async () => {
  const { files, manifest } = readPack(path.join(import.meta.dirname, '../kit/packs/thirty'), english)
  const { pack, diagnostics } = parsePack(files, manifest)
  const found = diagnostics.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)
  expect(found).toEqual(expected.trim().split('\n'))
  expect(pack).toBeUndefined()
  expect(new Set(diagnostics.map(({ code }) => code)).size).toBeGreaterThanOrEqual(30)
})
