import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { HEAD, packAround, read } from '../kit/packs.ts'

/** A pack of `faulty.txt`: its text, and what is marked in it as `line:column code`. */
function unmarked(section: string): { name: string; yaml: string; marked: string[] } {
  const [name = '', ...lines] = section.trimEnd().split('\n')
  const kept: string[] = []
  const marked: string[] = []
  const head = lines[0]?.startsWith('- ') === true ? HEAD.split('\n').length - 1 : 0
  for (const line of lines) {
    const mark = /^( *)\^+ ([\w-]+)$/.exec(line)
    if (mark === null) kept.push(line)
    else marked.push(`${head + kept.length}:${(mark[1]?.length ?? 0) + 1} ${mark[2] ?? ''}`)
  }
  return { name, yaml: `${kept.join('\n')}\n`, marked }
}

const text = fs.readFileSync(path.join(import.meta.dirname, '../kit/packs/faulty.txt'), 'utf8')
const packs = text.split(/^=== /m).slice(1).map(unmarked)

describe('a faulty pack', () => {
  it.each(packs)('with $name', async ({ yaml, marked }) => {
    const { diagnostics } = await read(packAround(yaml))
    expect(diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`).toSorted()).toEqual(
      marked.toSorted()
    )
  })
})
