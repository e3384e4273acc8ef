import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { decodeEntry } from '../../src/entry/codec.ts'
import { isUnanswered } from '../../src/entry/model.ts'
import { withoutUnanswered } from '../../src/journal/answered.ts'
import { freshFolder } from './kit/processes.ts'

const skipped = '<!-- reflect:a text skipped -->\n## A\n\n> Why?\n\n*Skipped.*\n'
/** What follows a skipped question. */
const others = {
  nothing: '',
  'another skipped question': '\n<!-- reflect:b text skipped private -->\n## B\n\n> What?\n\n*Skipped.*\n',
  'an answer': '\n<!-- reflect:b text -->\n## B\n\n> What?\n\nSome words.\n',
  'an answer in a form': '\n<!-- reflect:b scale {"from":1,"to":5} -->\n## B\n\n> What?\n\n**4** of 5\n',
  'an answer without a heading': '\n<!-- reflect:b text private -->\nSome words.\n',
  'an answer that begins with markup': '\n<!-- reflect:b text -->\n## B\n\n> What?\n\n> Some words.\n\n# And more\n',
  'an answer that was deleted': '\n<!-- reflect:b text -->\n## B\n\n> What?\n\n',
  'a marker at the end': '\n<!-- reflect:b text -->',
  'words below a skipped question': '\nSome words.\n',
  'the word skipped in a form': '\n<!-- reflect:b text {"note":" skipped"} -->\n## B\n\n> What?\n\nSome words.\n',
  'a note of the author': '\n<!-- reflect:b note -->\n## B\n\n> Read this.\n'
}
test.each(Object.entries(others))('counts an entry with a skipped question and %s as its answers say', (_, text) => {
  const top = `---\nreflect: 1\nid: 5f0c1c1e-8f4e-4c1b-9d57-0b6f6f1f7a10\npack: p\npack_version: 1.0.0\nexercise: e\ntitle: T
status: finished\nstarted: 2026-11-23T19:02:27+00:00\nfinished: 2026-11-23T19:16:02+00:00\nlanguage: en-GB\n---\n\n# T\n\n`
  const whole = top + skipped + text
  const file = path.join(freshFolder(), '2026-11-23-e.md')
  fs.writeFileSync(file, whole)
  const entry = decodeEntry(whole)
  expect(withoutUnanswered([{ ...entry.head, file }]).length === 0).toBe(isUnanswered(entry))
})
