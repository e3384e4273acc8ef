import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listEntries } from '../../src/journal/list.ts'
import { openJournal } from '../../src/journal/store.ts'

const usual = {
  reflect: '1',
  id: '5f0c1c1e-8f4e-4c1b-9d57-0b6f6f1f7a10',
  pack: 'public-value',
  exercise: 'no-paying-customer',
  title: 'What counts?',
  status: 'finished',
  started: '2026-11-23T19:02:27+00:00',
  finished: '2026-11-23T19:16:02+00:00'
}
const plain = Object.entries(usual)
  .map(([key, value]) => `${key}: ${value}`)
  .join('\n')

/** A journal with one entry of this front matter. */
function journalOf(frontMatter: string): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-yaml-'))
  onTestFinished(() => fs.rmSync(dir, { recursive: true }))
  fs.mkdirSync(path.join(dir, '2026'))
  const body = '# What counts?\n\n<!-- reflect:what text -->\n## What\n\n> What?\n\nMy words.\n'
  fs.writeFileSync(path.join(dir, '2026', '2026-11-23-no-paying-customer.md'), `---\n${frontMatter}\n---\n\n${body}`)
  return dir
}

describe('an entry whose front matter is unusual YAML', () => {
  it.each([
    [
      'keys in quotation marks',
      Object.entries(usual)
        .map(([key, value]) => `"${key}": ${value}`)
        .join('\n')
    ],
    [
      'one mapping in braces',
      `{ ${Object.entries(usual)
        .map(([key, value]) => `${key}: "${value}"`)
        .join(',\n  ')} }`
    ],
    ['an anchor and its alias', plain.replace('pack: public-value', 'pack: &p public-value').concat('\nmine: *p')],
    ['a tag on a value of ours', plain.replace('title: What', 'title: !!str What')]
  ])('is found by every function, in any order: %s', (_, frontMatter) => {
    const dir = journalOf(frontMatter)
    const journal = openJournal(dir)
    expect(journal.latestFinished('public-value', ['no-paying-customer'])?.head.title).toBe('What counts?')
    const { entries, unread } = listEntries(dir)
    expect(unread).toEqual([])
    expect(entries).toMatchObject([{ id: usual.id, pack: 'public-value', title: 'What counts?', status: 'finished' }])
    const [entry] = journal.read(entries[0]!.file).sections
    expect(entry?.body).toMatchObject({ kind: 'answered', answer: 'My words.' })
  })

  it('is listed even if the YAML library cannot read it', () => {
    const { entries, unread } = listEntries(journalOf(plain.replace('title: What', 'title: "What')))
    expect(unread).toEqual([])
    expect(entries).toMatchObject([{ id: usual.id, title: 'What counts?' }])
  })
})
