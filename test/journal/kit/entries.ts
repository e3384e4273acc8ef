import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { newSection } from '../../../src/entry/codec.ts'
import type { Entry, EntryHead } from '../../../src/entry/model.ts'
import { english } from '../../../src/words/index.ts'
import { filesBelow } from '../../kit/program.ts'

/** An id in the form of a UUID that begins with a number. */
export function idOf(number: number): string {
  return `${String(number).padStart(8, '0')}-1c1e-4c1e-8c1e-5f0c1c1e5f0c`
}

/** Front matter of a finished entry. */
export function headOf(rest: Partial<EntryHead> = {}): EntryHead {
  return {
    id: idOf(1),
    pack: 'public-value',
    packVersion: '1.0.0',
    exercise: 'no-paying-customer',
    title: 'What counts as value?',
    status: 'finished',
    started: '2026-11-23T19:02:27+00:00',
    finished: '2026-11-23T19:16:02+00:00',
    zone: 'Europe/London',
    language: 'en-GB',
    tags: ['reflection'],
    ...rest
  }
}

/** An entry with these texts as answers. */
export function entryOf(answers: Readonly<Record<string, string>>, rest: Partial<EntryHead> = {}): Entry {
  const sections = Object.entries(answers).map(([id, answer]) =>
    newSection(
      { type: 'text', id, ask: `Tell ${id}.` },
      { kind: 'answered', answer, before: '', after: '' },
      false,
      english.entry
    )
  )
  return { head: headOf(rest), sections }
}

/** A draft with these texts as answers. */
export function draftOf(answers: Readonly<Record<string, string>>, rest: Partial<EntryHead> = {}): Entry {
  const { head, sections } = entryOf(answers, { ...rest, status: 'draft' })
  const { finished: _, ...kept } = head
  return { head: kept, sections }
}

/** The answers of an entry, by prompt. */
export function answersOf(entry: Entry): Record<string, unknown> {
  return Object.fromEntries(
    entry.sections.map(({ id, body }) => [id, body.kind === 'answered' ? body.answer : body.kind])
  )
}

/** Writes an entry's file line by line, as a user or another program might. */
export function writeEntryFile(
  dir: string,
  path: string,
  rest: Partial<EntryHead> & { extra?: string } = {},
  body = '\n# Title\n'
): string {
  const { id, pack, packVersion, exercise, title, status, started, finished, zone, language, tags } = headOf(rest)
  const lines = [
    '---',
    'reflect: 1',
    `id: ${id}`,
    `pack: ${pack}`,
    `pack_version: ${packVersion}`,
    `exercise: ${exercise}`,
    `title: ${JSON.stringify(title)}`,
    `status: ${status}`,
    `started: ${started}`,
    ...(finished === undefined ? [] : [`finished: ${finished}`]),
    `zone: ${zone}`,
    `language: ${language}`,
    `tags: [${tags.join(', ')}]`,
    ...(rest.extra === undefined ? [] : [rest.extra]),
    '---'
  ]
  const file = join(dir, path)
  fs.mkdirSync(dirname(file), { recursive: true })
  fs.writeFileSync(file, `${lines.join('\n')}\n${body}`)
  return file
}

/** The paths of all files in a folder and its subfolders, without the program's own, with forward slashes. */
export function filesIn(dir: string): string[] {
  return filesBelow(dir)
    .filter((path) => !path.startsWith('.reflect'))
    .toSorted()
}

/** The entry with these answers added or replaced. */
export function answered(entry: Entry, answers: Record<string, string>): Entry {
  const fresh = entryOf(answers).sections
  const kept = entry.sections.map((section) => fresh.find(({ id }) => id === section.id) ?? section)
  return {
    ...entry,
    sections: [...kept, ...fresh.filter(({ id }) => !entry.sections.some((section) => section.id === id))]
  }
}
