import { describe, expect, it } from 'vitest'
import { decodeEntry, encodeEntry } from '../../src/entry/codec.ts'
import { noteOf, withoutNote } from '../../src/entry/note.ts'
import { countWords } from '../../src/entry/word-count.ts'
import { entryOf } from '../journal/kit/entries.ts'

const plain = encodeEntry(entryOf({ what: 'Said.' }, { title: 'What *counts* as value?' }))
const withTop = (top: string) => plain.replace(/^# .*$/m, () => top)
const heading = '# What \\*counts\\* as value?'

describe('the note of an entry', () => {
  it.each<[string, string, string]>([
    ['nothing', heading, ''],
    ['a line under the title', `${heading}\n\nWritten on the train.`, 'Written on the train.'],
    ['paragraphs and a list', `${heading}\nOne.\n\n- two\n\n    three`, 'One.\n\n- two\n\n    three'],
    ['an underlined title', `What *counts* as value?\n====\n\nWords.`, 'Words.'],
    ['another title', '# My own title\n\nWords.', '# My own title\n\nWords.'],
    ['words above the title', `Words.\n\n${heading}`, `Words.\n\n${heading}`],
    ['no title', 'Words.', 'Words.']
  ])('is the text above the first section: %s', (_, top, note) => {
    for (const text of [withTop(top), withTop(top).replaceAll('\n', '\r\n')]) {
      const entry = decodeEntry(text)
      expect(noteOf(entry)).toBe(note)
      expect(encodeEntry(entry)).toBe(text)
      const without = withoutNote(entry)
      expect(noteOf(without)).toBe('')
      expect(encodeEntry(decodeEntry(encodeEntry(without)))).toBe(encodeEntry(without))
      expect(without.sections).toEqual(entry.sections)
    }
  })

  it('is counted', () => {
    expect(countWords(decodeEntry(withTop(`${heading}\n\nThree more words.`)))).toBe(4)
  })
})
