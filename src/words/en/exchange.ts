import { figures } from '../shared/figures.ts'
import { count } from './phrases.ts'

/** What exported documents say besides the learner's words and the questions, in English. */
export const exported = {
  title: 'Reflections',
  subtitle: (day: string, pack: string) => `${day}, ${pack}`,
  contents: 'Contents',
  skipToText: 'Skip to the text',
  table: 'Table',
  /** Written words, for assignments with a limit. */
  wordCount: (words: number) => `${count(words, 'word', 'words')}, not counting the questions`
}

/** What the program says when it takes entries in, in English. */
export const imported = {
  dayOne: { title: 'Diary', question: 'From Day One.' },
  notThere: (file: string) => `There is nothing at ${file}; check its name.`,
  isZip: (file: string) => `${file} is a zip archive; unpack it and import the .json file in it.`,
  notJson: (file: string) =>
    `${file} is not a whole JSON document with a list "entries"; give what "reflect export --format json" or Day One wrote, or a folder of entries.`,
  newer: (file: string, format: string) =>
    `${file} is in version ${format} of the export's format, which this version of reflect does not know. Update reflect.`,
  noEntries: (file: string) => `There is no entry in ${file}.`,
  forReading: (file: string) =>
    `${file} is not an entry of a journal. An export as Markdown or Word is for reading; what can be taken back is the journal's own files, or "reflect export --format json".`,
  numbered: (file: string, number: number) => `${file}, entry ${number}`,
  refused: (what: string, why: string) => `Left out: ${what}. ${why}`,
  unknown: 'It is neither an entry of reflect nor of Day One.',
  broken: 'It holds half of a character, which no file can hold.',
  differs: (file: string, copy: string) =>
    `${file} says something else here, and was left as it is; what came is in ${copy}.`,
  account: ({ added, merged, known, replaced, differs, refused, wordless, left }: Counts) =>
    [
      `${count(added + merged + known + replaced + differs + refused + wordless, 'entry', 'entries')} read: ${[
        `${figures(added)} new`,
        ...(merged === 0 ? [] : [`${figures(merged)} added to what was here`]),
        ...(known === 0 ? [] : [`${figures(known)} here already`]),
        ...(replaced === 0
          ? []
          : [`${figures(replaced)} with names replaced, left alone because the entries are here`]),
        ...(differs === 0 ? [] : [`${figures(differs)} in a copy, because something else is here`]),
        ...(wordless === 0 ? [] : [`${figures(wordless)} without words`]),
        ...(refused === 0 ? [] : [`${figures(refused)} left out`])
      ].join(', ')}.`,
      ...(left === 0 ? [] : [`${count(left, 'photo or other file', 'photos and other files')} stayed behind.`])
    ].join(' ')
}

/** What became of the entries of an import. */
interface Counts {
  readonly added: number
  readonly merged: number
  readonly known: number
  /** Copies with names replaced, of entries of the journal. */
  readonly replaced: number
  readonly differs: number
  readonly refused: number
  readonly wordless: number
  /** Photos and other files that are no text. */
  readonly left: number
}
