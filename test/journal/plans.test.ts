import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Entry, Listed } from '../../src/entry/model.ts'
import { listEntries } from '../../src/journal/list.ts'
import { entriesWithIntentions, entriesWithSelfCheck } from '../../src/journal/plans.ts'
import { freshFolder } from './kit/processes.ts'

/** A few entries for each kind of text that the program comes back to, or does not. */
const texts = {
  plan: '<!-- reflect:next plan -->\n## Next\n\n> What next?\n\n**When** it rains, **I will** walk.\n',
  'a skipped plan': '<!-- reflect:next plan skipped -->\n## Next\n\n> What next?\n\n*Skipped.*\n',
  'a plan written below a skip': '<!-- reflect:next plan skipped -->\n## Next\n\n> What next?\n\nWalk in the rain.\n',
  'a question for later': '<!-- reflect:_later text -->\n## Later\n\n> What to ask?\n\nDid it rain?\n',
  'an answer about a plan':
    '<!-- reflect:_promise choice {"plan":{"pack":"p","entry":"x","prompt":"next"}} -->\n## P\n\nCame\n',
  'questions to oneself': '<!-- reflect:_self-check text {"route":"r"} -->\n## Check\n\n> Did you?\n\nYes.\n',
  words: '<!-- reflect:a text -->\n## A\n\n> What?\n\nA plan for later, and nothing else.\n'
}

/** A journal whose entries hold these texts in turn. */
function journalOf(count: number): string {
  const dir = freshFolder()
  const all = Object.values(texts)
  for (let at = 0; at < count; at += 1) put(dir, at, all[at % all.length] ?? '')
  return dir
}

function put(dir: string, at: number, text: string): string {
  const id = `5f0c1c1e-8f4e-4c1b-9d57-${String(at).padStart(12, '0')}`
  const file = path.join(dir, `2026-11-23-${at}.md`)
  const top = `---\nreflect: 1\nid: ${id}\npack: p\npack_version: 1.0.0\nexercise: e\ntitle: T\nstatus: finished`
  const times = 'started: 2026-11-23T19:02:27+00:00\nfinished: 2026-11-23T19:16:02+00:00\nlanguage: en-GB'
  fs.writeFileSync(file, `${top}\n${times}\n---\n\n# T\n\n${text}`)
  return file
}

/** What is found with the cache, if all entries are searched at once, and without it, if few are. */
function bothWays(dir: string) {
  const { entries } = listEntries(dir)
  const few = Array.from({ length: Math.ceil(entries.length / 100) }, (_, at) =>
    entries.slice(at * 100, (at + 1) * 100)
  )
  const ids = (search: (some: readonly Listed[]) => Iterable<Entry>, parts: readonly (readonly Listed[])[]) =>
    parts.flatMap((part) => [...search(part)].map(({ head }) => head.id))
  const intentions = (some: readonly Listed[]) => entriesWithIntentions(dir, some, 0)
  const checks = (some: readonly Listed[]) => entriesWithSelfCheck(dir, some, 0)
  return {
    cached: [ids(intentions, [entries]), ids(checks, [entries])],
    read: [ids(intentions, few), ids(checks, few)]
  }
}

const cacheIn = (dir: string) => path.join(dir, '.reflect', 'cache', 'holdings')

test('finds the same with a cache, without one, with an old one and with a damaged one', () => {
  const dir = journalOf(280)
  const first = bothWays(dir)
  expect(first.cached).toEqual(first.read)
  expect(first.read.map(({ length }) => length)).toEqual([160, 40])
  expect(fs.readFileSync(cacheIn(dir), 'utf8')).not.toContain('rain')
  const changes: Record<string, () => void> = {
    nothing: () => {},
    'an entry gains a plan': () => put(dir, 6, texts.plan),
    'an entry loses its plan': () => put(dir, 0, texts.words),
    'an entry is deleted': () => fs.rmSync(path.join(dir, '2026-11-23-7.md')),
    'an entry takes the name of another': () =>
      fs.renameSync(path.join(dir, '2026-11-23-14.md'), path.join(dir, '2026-11-23-20.md')),
    'the cache is cut off': () => fs.truncateSync(cacheIn(dir), 400),
    'the cache is gone': () => fs.rmSync(cacheIn(dir)),
    'all entries are new': () => {
      for (let at = 300; at < 400; at += 1) put(dir, at, texts.plan)
    }
  }
  for (const [name, change] of Object.entries(changes)) {
    change()
    const { cached, read } = bothWays(dir)
    expect({ name, found: cached }).toEqual({ name, found: read })
  }
})

test('does not open an entry again that is known to hold nothing', () => {
  const dir = journalOf(280)
  bothWays(dir)
  const text = fs.readFileSync(cacheIn(dir))
  // Both copies of the content, the second one backwards, then say that no entry holds anything.
  const content = text.subarray(16, 16 + (text.length - 16) / 2).toString()
  const nothing = Buffer.from(content.replaceAll(/^[is]+\//gm, '/'))
  fs.writeFileSync(cacheIn(dir), Buffer.concat([text.subarray(0, 16), nothing, nothing.toReversed()]))
  expect(bothWays(dir).cached).toEqual([[], []])
})
