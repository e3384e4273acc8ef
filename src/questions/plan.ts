/* oxlint-disable unicorn/no-thenable -- these are the names of the parts in the pack format; nothing awaits a plan */
import { isRecord, own, present } from '../util/records.ts'
import { checked, lineOf, refused } from './shared/checking.ts'
import { textOf, wordsKey } from './shared/keys.ts'
import { findParagraph, onOneLine } from '../text/lines.ts'
import type { AnswerOf, EntryWords, Fault, PlanPrompt } from './shared/model.ts'
import type { Question } from './shared/question.ts'
import { readSentence, withoutRepeats } from './shared/repeats.ts'
import { fillPieces, readPieces, type Piece } from './shared/template.ts'

/** An if–then plan: when this happens, I will do that. */
export const plan: Question<'plan'> = {
  type: 'plan',
  keys: (z) => ({
    if_label: wordsKey(z).optional().describe('The words before the first part; by default, "When".'),
    then_label: wordsKey(z).optional().describe('The words before the second part; by default, "I will".')
  }),
  parse: (keys) => ({
    type: 'plan',
    ...present({ ifLabel: label(keys['if_label']), thenLabel: label(keys['then_label']) })
  }),
  textKeys: (z) => ({ if_label: wordsKey(z), then_label: wordsKey(z) }),
  translated: (prompt, say) => ({
    ...prompt,
    ...present({
      ifLabel: prompt.ifLabel && label(say(['if_label'], prompt.ifLabel)),
      thenLabel: prompt.thenLabel && label(say(['then_label'], prompt.thenLabel))
    })
  }),
  labelled: (prompt, { when, iWill }) => ({ ifLabel: when, thenLabel: iWill, ...prompt }),
  isMultiPart: true,
  check: (_, value) => {
    if (!isRecord(value)) return refused('not-a-plan')
    const known = ['if', 'then']
    const faults: Fault[] = Object.keys(value)
      .filter((key) => !known.includes(key))
      .map((what) => ({ code: 'unknown-gap', what, known }))
    const answer = { if: lineOf(own(value, 'if') ?? '', faults), then: lineOf(own(value, 'then') ?? '', faults) }
    if (faults.length === 0 && answer.if === '' && answer.then === '') return refused('empty')
    for (const what of ['if', 'then'] as const)
      if (faults.length === 0 && answer[what] === '') faults.push({ code: 'missing', what })
    return checked(answer, faults)
  },
  intendedWhen: (answer) => answer.if,
  kind: () => ({ of: 'whole' }),
  parts: ({ ifLabel, thenLabel }) => [
    { id: 'if', kind: { of: 'words' }, label: ({ when }) => ifLabel ?? when },
    { id: 'then', kind: { of: 'words' }, label: ({ iWill }) => thenLabel ?? iWill }
  ],
  part: ({ ifLabel, thenLabel }, answer, part, words) => {
    if (part === 'if') return withoutRepeats(answer.if, ifLabel ?? words.when, ', ')
    return part === 'then' ? withoutRepeats(answer.then, thenLabel ?? words.iWill, '', words.typed.iWill) : undefined
  },
  carry: (before, answer, now) => {
    const isSame = before.ifLabel === now.ifLabel && before.thenLabel === now.thenLabel
    return { kept: answer, ...(isSame ? {} : { lost: answer }) }
  },
  meanings: ({ ifLabel = '', thenLabel = '' }) => [
    { path: 'if_label', label: ifLabel },
    { path: 'then_label', label: thenLabel }
  ],
  lines: (prompt, answer, words) => [onOneLine(readable(prompt, answer, words))],
  shown: readable,
  toMarkdown: sentenceOf,
  fromMarkdown: (prompt, body, { languages }) =>
    findParagraph(body, (paragraph) => {
      const readings = languages.map((words) => readPieces(pieces(prompt, words), paragraph))
      return readings.find((reading) => reading !== undefined)
    }),
  form: ({ ifLabel, thenLabel }) => {
    const form = present({ if: ifLabel, then: thenLabel })
    return Object.keys(form).length === 0 ? undefined : form
  },
  fromForm: (form) => ({ type: 'plan', ...present({ ifLabel: textOf(form['if']), thenLabel: textOf(form['then']) }) })
}

/** The plan to be read. People write "When" and "I will" again after these words. */
function readable(prompt: PlanPrompt, answer: AnswerOf['plan'], words: EntryWords): string {
  return readSentence(pieces(prompt, words), { ...answer }, words.typed.iWill)
}

/** The plan as it is stored. */
function sentenceOf(prompt: PlanPrompt, answer: AnswerOf['plan'], words: EntryWords): string {
  return fillPieces(pieces(prompt, words), { ...answer })
}

function pieces({ ifLabel, thenLabel }: PlanPrompt, words: EntryWords): Piece[] {
  return [`${ifLabel ?? words.when} `, { gap: 'if' }, `, ${thenLabel ?? words.iWill} `, { gap: 'then' }]
}

/** An author's label without the ellipsis at its end. */
function label(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const words = onOneLine(value)
  return words.replace(/ ?(?:…|\.{3})$/, '') || words
}
