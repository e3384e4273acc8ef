import { isBuiltIn } from '../entry/built-in.ts'
import type { Entry, Section } from '../entry/model.ts'
import { isRetired } from '../entry/retired.ts'
import { bodyText } from '../entry/section.ts'
import { asMarkdown } from '../interview/quotations.ts'
import { inOneLine, intendedWhen } from '../questions/index.ts'
import { wrapShort } from '../display/wrap.ts'
import { entryWords } from '../words/index.ts'
import { isAnswer } from './entry.ts'

/* A sheet to take along: chosen answers, the plan, questions for the person who listens, and space for their reply. */

/** The answers of an entry that a sheet can show. */
export function answersForSheet({ sections }: Entry): readonly Section[] {
  return sections.filter((section) => isAnswer(section) && !isBuiltIn(section) && !isRetired(section))
}

/** Whether an answer is a plan. */
export function isPlan({ prompt, body }: Section): boolean {
  return prompt !== undefined && body.kind === 'answered' && intendedWhen(prompt, body.answer) !== undefined
}

/** What is on a sheet: the answers, whole or only the beginning of each, as far as one page goes. */
export interface SheetLines {
  readonly answers: readonly Section[]
  readonly isWhole: boolean
}

/** The sheet, in the form of an entry. Its questions to the listener are in the language of the entry. */
export function sheetOf({ head }: Entry, title: string, { answers, isWhole }: SheetLines): Entry {
  const { sheet } = entryWords(head.language)
  const plans = answers.filter(isPlan)
  const others = answers.filter((section) => !plans.includes(section))
  const shown = isWhole ? others : others.slice(0, MOST).map((section) => beginningOf(section, head.language))
  const questions = sheet.questions.map((question, index) => `${index + 1}. ${question}`).join('\n')
  return {
    head: { ...head, title },
    sections: [
      ...[...shown, ...plans].map((section) => ({ ...section, ask: '' })),
      ownSection('_questions', sheet.toListener, questions),
      ownSection('_space', sheet.space, Array.from({ length: SPACE }, () => '---').join('\n\n'))
    ]
  }
}

/** The most answers on a page, each with two lines of this many columns; and the lines to write on. */
const MOST = 10
const COLUMNS = 90
const SPACE = 5

function beginningOf(section: Section, language: string): Section {
  const { body, prompt } = section
  const words = entryWords(language)
  const text =
    prompt !== undefined && body.kind === 'answered'
      ? inOneLine(prompt, body.answer, words)
      : bodyText(section, words, () => '')
  return { ...section, body: { kind: 'unread', text: asMarkdown(wrapShort(text, COLUMNS, 2).join(' ')) } }
}

function ownSection(id: string, title: string, text: string): Section {
  return { id, type: 'text', title, ask: '', private: false, body: { kind: 'unread', text } }
}
