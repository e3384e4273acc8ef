import type { DocumentMaker, Format } from '../../src/export/document.ts'
import type { Entry } from '../../src/entry/model.ts'
import { newSection } from '../../src/entry/codec.ts'
import type { Prompt } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'
import { headOf } from '../journal/kit/entries.ts'

/** A document of these entries, as bytes. */
export async function bytesOf(
  format: Format,
  entries: readonly Entry[],
  questions = true,
  comments = true
): Promise<Buffer> {
  const maker: DocumentMaker = format({
    questions,
    comments,
    alone: entries.length === 1,
    words: english,
    titles: new Map()
  })
  const shares = entries.map((entry) => maker.share({ entry, file: '2026/entry.md' }))
  const { top, middle, bottom } = maker.frame()
  const text = [top, ...shares.map(({ contents }) => contents), middle, ...shares.map(({ body }) => body), bottom]
  const pieces = [...(maker.wrap?.(text) ?? text)]
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece)))
}

/** The same as text. */
export async function documentOf(
  format: Format,
  entries: readonly Entry[],
  questions = true,
  comments = true
): Promise<string> {
  return (await bytesOf(format, entries, questions, comments)).toString('utf8')
}

/** An entry that asks the same question before and after an answer of free text. */
export function entryAround(answer: string, number = 1): Entry {
  const said = (id: string, words: string) => {
    const prompt: Prompt = { type: 'text', id, title: `Question ${id}`, ask: `What do you say to ${id}?` }
    return newSection(prompt, { kind: 'answered', answer: words, before: '', after: '' }, false, english.entry)
  }
  const head = headOf({ id: `${String(number).padStart(8, '0')}-1c1e-4c1e-8c1e-5f0c1c1e5f0c` })
  return { head, sections: [said('first', answer), said('second', 'So much for that.')] }
}

/** An entry with two questions, the first of which, and its title, are this text. */
export function entryAsking(text: string, number = 1): Entry {
  const { head, sections } = entryAround('So much for this.', number)
  const prompt: Prompt = { type: 'text', id: 'asked', title: text, ask: text }
  const asked = newSection(prompt, { kind: 'answered', answer: 'Yes.', before: '', after: '' }, false, english.entry)
  return { head, sections: [asked, ...sections.slice(1)] }
}
