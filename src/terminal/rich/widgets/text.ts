import { wordsIn } from '../../../text/words-in.ts'
import { isOnlyStart, startOf } from '../../../questions/text.ts'
import type { TextPrompt } from '../../../questions/shared/model.ts'
import type { Frame, Size } from '../../screen.ts'
import { width } from '../../../display/width.ts'
import {
  actInArea,
  actInLine,
  fieldOf,
  pasteInto,
  scrolled,
  viewField,
  lineRoom,
  lineSign,
  viewLine
} from '../parts/field.ts'
import type { Field } from '../parts/field.ts'
import { modes } from '../keys/map.ts'
import { shifted, stack } from '../parts/blocks.ts'
import { Next, textOf, type WidgetContext, type Widget } from '../parts/widget.ts'
import { insert, replaceAll } from '../../writing/buffer.ts'

/** A text: an area of any number of lines, or one line that Enter ends. */
export function text(
  prompt: Pick<TextPrompt, 'lines' | 'words' | 'startWith'>,
  answer: unknown,
  context: WidgetContext
): Widget<Field> {
  return prompt.lines === 1 ? line(prompt, answer, context) : area(prompt, answer, context)
}

/** A writing area that scrolls with its text. */
export function area(
  prompt: Pick<TextPrompt, 'words' | 'startWith'>,
  answer: unknown,
  context: WidgetContext
): Widget<Field> {
  const wordCount = wordCountFor(prompt, context)
  return {
    start: fieldOf(answer === undefined ? startOf(prompt) : textOf(answer)),
    mode: () => modes.area,
    act(field, act, room) {
      const inner = innerRoom(room)
      // One Enter too many before the question must not become a line of the answer.
      if (act.action === 'newLine' && field.buffer.text === '') return field
      if (act.action === 'newLine') return scrolled({ ...field, buffer: insert(field.buffer, '\n') }, inner)
      const changed = actInArea(field, act, inner)
      return changed === field ? field : scrolled(changed, inner)
    },
    paste: (field, pasted, room) => scrolled(pasteInto(field, pasted, innerRoom(room), 'many'), innerRoom(room)),
    view: (field, room) => viewArea(field, room, context, wordCount),
    value: (field) => (isOnlyStart(prompt, field.buffer.text) ? undefined : writtenIn(field)),
    howTo: () => 'write',
    writing
  }
}

function line(prompt: Pick<TextPrompt, 'words' | 'startWith'>, answer: unknown, context: WidgetContext): Widget<Field> {
  const wordCount = wordCountFor(prompt, context)
  const sign = lineSign(context)
  return {
    start: fieldOf(answer === undefined ? startOf(prompt) : textOf(answer)),
    mode: () => modes.line,
    act: (field, act, room) => (act.action === 'enter' ? new Next(field) : actInLine(field, act, lineRoom(room, sign))),
    paste: (field, pasted, room) => pasteInto(field, pasted, lineRoom(room, sign), 'one'),
    view: (field, room) =>
      stack(viewLine(field, room, sign), {
        lines: wordCount(field.buffer.text).map((fact) => context.theme.quiet(fact))
      }),
    value: (field) => (isOnlyStart(prompt, field.buffer.text) ? undefined : writtenIn(field)),
    writing: { ...writing, set: (field, written) => writing.set(field, written.replaceAll(/\s*\n\s*/g, ' ').trim()) }
  }
}

const writing = {
  get: (field: Field) => field.buffer.text,
  set: (field: Field, written: string): Field => ({ ...field, buffer: replaceAll(field.buffer, written) })
}

function writtenIn({ buffer }: Field): string | undefined {
  return buffer.text.trim() === '' ? undefined : buffer.text
}

/** The room between the two rules of the area. */
function innerRoom(room: Size): Size {
  return { columns: Math.max(4, room.columns - 1), rows: Math.max(1, room.rows - 2) }
}

/** Minimum rows of an empty area. */
const INVITING = 3

function viewArea(field: Field, room: Size, context: WidgetContext, wordCount: (text: string) => string[]): Frame {
  const said = context.words.walk.rich.text
  const inner = innerRoom(room)
  const { lines, cursor, above, below } = viewField(field, inner)
  const empty = Math.max(0, Math.min(INVITING, inner.rows) - lines.length)
  const facts = [...wordCount(field.buffer.text), ...(below === 0 ? [] : [said.below(below)])]
  return {
    lines: [
      rule(above === 0 ? '' : said.above(above), room.columns, context),
      ...lines,
      ...Array.from({ length: empty }, () => ''),
      rule(facts.join(` ${context.theme.glyphs.dot} `), room.columns, context)
    ],
    cursor: shifted(cursor, 1)
  }
}

/** A horizontal rule, with words at its right end if they fit. */
function rule(words: string, columns: number, { theme }: WidgetContext): string {
  const tail = words === '' || width(words) + 4 > columns ? '' : ` ${words}`
  return theme.quiet(theme.glyphs.rule.repeat(columns - width(tail)) + tail)
}

/** Makes a function that says how many words a text has, if the prompt has a guide for that; else it gives []. */
function wordCountFor({ words: guide }: Pick<TextPrompt, 'words'>, { words }: WidgetContext) {
  const count = wordCounter()
  return (whole: string) => (guide === undefined ? [] : [words.walk.rich.text.words(count(whole), guide)])
}

/** Counts words by sentence and caches the counts, so that a key costs one sentence. */
function wordCounter(): (text: string) => number {
  let known = new Map<string, number>()
  return (whole) => {
    const fresh = new Map<string, number>()
    let words = 0
    for (const sentence of whole.match(SENTENCES) ?? []) {
      const count = fresh.get(sentence) ?? known.get(sentence) ?? wordsIn(sentence)
      fresh.set(sentence, count)
      words += count
    }
    known = fresh
    return words
  }
}

/** A part of a text up to a sign at which words end, limited so that counting stays fast. */
const SENTENCES = /[^\n.!?。！？]{1,500}(?:[.!?](?=\S)[^\n.!?。！？]{0,100}){0,5}[.!?。！？]*|[\n.!?。！？]+/gu
