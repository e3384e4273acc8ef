import type { Answer } from '../../../questions/shared/model.ts'
import { startOf } from '../../../questions/text.ts'
import { piecesOf } from '../../../questions/shared/template.ts'
import type { QuestionIo } from '../io/question-io.ts'
import type { Asker, Before } from './asker.ts'
import { offerEdits } from './editing.ts'
import { continued, LinesDraft } from './lines-draft.ts'
import { askParts } from './parts.ts'

/** Asks for a text of one line or of many. */
export const askText: Asker<'text'> = async (prompt, question, before) => {
  const words = question.words.walk.plain
  if (prompt.words !== undefined) question.explain(words.wordsGuide(prompt.words))
  const start = before.answer === undefined ? startOf(prompt) : ''
  if (start !== '') question.explain(words.startsWith(start.trim(), prompt.lines !== 1))
  if (prompt.lines === 1) {
    question.explain(words.writeLine)
    return continued(start, await question.phrase((rest) => question.keep(continued(start, rest)))) || undefined
  }
  question.explain(words.writeText)
  return writeText(question, draftOf(before, start))
}

/** Asks for other words for a recalled answer. Undefined leaves it unchanged. */
export const askRecall: Asker<'recall'> = async (_, question, before) => {
  question.explain(question.words.walk.plain.reword)
  return writeText(question, draftOf(before), (first) => first.trim() === '')
}

function draftOf({ answer = '', begun }: Before<string>, start = ''): LinesDraft {
  return new LinesDraft(answer === '' ? [] : answer.split('\n'), begun, start)
}

/**
 * Reads lines up to a single full stop, exactly as typed, into a draft. Stops at a line that is `nothing` as long as there is no
 * other.
 */
async function writeText(
  question: QuestionIo,
  draft: LinesDraft,
  nothing: (first: string) => boolean = () => false
): Promise<string | undefined> {
  const keep = (): void => question.keepLatest(() => (draft.lines.length === 0 ? undefined : draft.lines.join('\n')))
  offerEdits(draft, question, keep)
  for (;;) {
    const { text, ends, pasted } = await question.line((rest) => question.keep(draft.with(rest).join('\n')))
    if (ends || (draft.lines.length === 0 && nothing(text))) return textOf(draft)
    if (!isLineKept(text, pasted, draft, question)) addLine(text, pasted, draft, question)
    keep()
  }
}

/** The text; undefined if there are no words in it. */
function textOf({ lines }: LinesDraft): string | undefined {
  const text = lines.join('\n')
  return text.trim() === '' ? undefined : text
}

function addLine(line: string, pasted: boolean, draft: LinesDraft, { output, words }: QuestionIo): void {
  const { changing } = draft
  draft.add(line, pasted)
  if (changing !== undefined && !pasted) output.say(words.walk.plain.changed(changing))
}

/** Whether an empty line keeps the line that was to be changed. */
function isLineKept(line: string, pasted: boolean, draft: LinesDraft, { output, words }: QuestionIo): boolean {
  const { changing } = draft
  if (changing === undefined || pasted || line.trim() !== '') return false
  draft.keepLine()
  output.say(words.walk.plain.unchanged(changing))
  return true
}

/** Asks for several short items, one on each line. */
export const askList: Asker<'list'> = async (prompt, question, before) => {
  const words = question.words.walk.plain
  question.explain(words.writeItems(prompt.items))
  const draft = new LinesDraft(before.answer ?? [], before.begun)
  const keep = (): void => question.keepLatest(() => (draft.lines.length === 0 ? undefined : [...draft.lines]))
  offerEdits(draft, question, keep)
  const most = prompt.items.max ?? Number.POSITIVE_INFINITY
  for (;;) {
    const { text, ends, pasted } = await question.line((rest) => question.keep(draft.with(rest)))
    const item = text.trim()
    if (!ends && isLineKept(item, pasted, draft, question)) continue
    if (ends || (item === '' && !pasted)) return draft.lines.length === 0 ? undefined : [...draft.lines]
    if (item === '') continue
    if (draft.nextCount > most) question.output.say(words.fullList(most))
    else addLine(item, pasted, draft, question)
    keep()
  }
}

/** Asks for a sentence, gap by gap. */
export const askSentence: Asker<'sentence'> = async (prompt, question, before) => {
  const words = question.words.walk.plain
  const gaps = Object.entries(prompt.gaps)
  const names = Object.keys(prompt.gaps)
  const sign = (gap: string) => words.gapSign(names.indexOf(gap) + 1, names.length)
  const pieces = piecesOf(prompt.template, names)
  question.explain(pieces.map((piece) => (typeof piece === 'string' ? piece : sign(piece.gap))).join(''))
  const filled = new Map(Object.entries(before.answer ?? {}))
  const parts = gaps.map(([id, gap], index) => ({
    ask: async () => {
      question.output.say(words.gap(index + 1, gaps.length, gap.ask))
      if (gap.example !== undefined) question.output.say(words.gapExample(gap.example))
      filled.set(id, await part(question, filled.get(id), (rest) => Object.fromEntries(new Map(filled).set(id, rest))))
      question.keep(Object.fromEntries(filled))
    }
  }))
  await askParts({ at: (index) => parts[index] }, question)
  return Object.fromEntries(filled)
}

/** Asks for the two parts of an if–then plan. */
export const askPlan: Asker<'plan'> = async (prompt, question, before) => {
  const words = question.words.walk.plain
  let plan = before.answer ?? { if: '', then: '' }
  const partOf = (key: 'if' | 'then', label: string) => ({
    ask: async () => {
      question.output.say(words.part(label))
      plan = { ...plan, [key]: await part(question, plan[key], (rest) => ({ ...plan, [key]: rest })) }
      question.keep(plan)
    }
  })
  const parts = [
    partOf('if', prompt.ifLabel ?? question.words.entry.when),
    partOf('then', prompt.thenLabel ?? question.words.entry.iWill)
  ]
  await askParts({ at: (index) => parts[index] }, question)
  return plan
}

/** Asks for one part on one line. An empty line keeps the earlier text; without one, it asks again. */
async function part(
  question: QuestionIo,
  earlier: string | undefined,
  whole: (rest: string) => Answer
): Promise<string> {
  const words = question.words.walk.plain
  const isThere = earlier !== undefined && earlier !== ''
  if (isThere) question.output.say(words.partSoFar(earlier))
  for (;;) {
    const typed = await question.phrase((rest) => question.keep(whole(rest)))
    if (typed !== '') return typed
    if (isThere) return earlier
    question.output.say(words.nothingYet)
  }
}
