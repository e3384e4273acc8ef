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
  notThere: (file: string) => `There is no file or folder ${file}. Check its name.`,
  isZip: (file: string) => `${file} is a zip archive. Unpack it and import the .json file inside.`,
  notJson: (file: string) =>
    `${file} is not a complete JSON file with a list of "entries". Import a file that "reflect export --format json" or Day One wrote, or a folder of entries.`,
  newer: (file: string, format: string) =>
    `${file} is in version ${format} of the export's format, which this version of reflect does not know. Update reflect.`,
  noEntries: (file: string) => `There are no entries in ${file}.`,
  forReading: (file: string) =>
    `${file} is not a journal entry. Markdown and Word exports are for reading; you can import the journal's own files, or what "reflect export --format json" wrote.`,
  numbered: (file: string, number: number) => `${file}, entry ${number}`,
  refused: (what: string, why: string) => `Left out: ${what}. ${why}`,
  unknown: 'It is not an entry from reflect or Day One.',
  broken: 'It contains a broken character, which cannot be saved.',
  differs: (file: string, copy: string) =>
    `${file} differs from the imported entry, so yours was kept. The imported one is in ${copy}.`,
  account: ({ added, merged, known, replaced, differs, refused, wordless, left }: Counts) =>
    [
      `${count(added + merged + known + replaced + differs + refused + wordless, 'entry', 'entries')} read: ${[
        `${figures(added)} new`,
        ...(merged === 0 ? [] : [`${figures(merged)} added to your own`]),
        ...(known === 0 ? [] : [`${figures(known)} you already had`]),
        ...(replaced === 0
          ? []
          : [`${figures(replaced)} with names replaced, left out because you have the originals`]),
        ...(differs === 0 ? [] : [`${figures(differs)} saved as a copy, because yours is different`]),
        ...(wordless === 0 ? [] : [`${figures(wordless)} without words`]),
        ...(refused === 0 ? [] : [`${figures(refused)} left out`])
      ].join(', ')}.`,
      ...(left === 0 ? [] : [`${count(left, 'photo or other file', 'photos and other files')} not imported.`])
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
  /** Photos and other files that are not text. */
  readonly left: number
}
