import type { Entry } from '../entry/model.ts'
import { noteOf } from '../entry/note.ts'
import { withSaidPictures } from '../markdown/pictures.ts'
import { readWritten, type Markdown, type Token } from '../markdown/read.ts'
import {
  questionAbove,
  quotation,
  readAnswer,
  readQuestion,
  subtitleOf,
  withoutDiscussion,
  type Naming
} from './entry.ts'

/** The level of a question's heading. Headings of answers are lower. */
const QUESTION = 2

/** One entry for a screen, with its note, its questions and all of its answers. Each part is parsed alone, so none can change another. */
export function entryToRead(entry: Entry, naming: Naming): Markdown {
  return [
    heading(entry.head.title, 1),
    {
      type: 'paragraph',
      raw: '',
      text: '',
      tokens: [{ type: 'em', raw: '', text: '', tokens: [literal(subtitleOf(entry, naming))] }]
    },
    ...lowered(readWritten(noteOf(entry))),
    ...withoutDiscussion(entry).sections.flatMap((section) => {
      const question = questionAbove(section)
      return [
        heading(question.title, section.id.includes('.') ? QUESTION + 1 : QUESTION),
        ...(question.ask === ''
          ? []
          : [quotation(question.ask, withSaidPictures(readQuestion(question), naming.words.walk.pictures.shown))]),
        ...lowered(readAnswer(section, entry.head.language))
      ]
    })
  ]
}

function heading(title: string, depth: number): Token {
  return { type: 'heading', raw: title, depth, text: title, tokens: [literal(title)] }
}

function literal(text: string): Token {
  return { type: 'escape', raw: text, text }
}

function lowered(tokens: Markdown): Markdown {
  return tokens.map((token) => (token.type === 'heading' ? { ...token, depth: QUESTION + 2 } : token))
}
