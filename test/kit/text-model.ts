/**
 * The simplest thing that a text being written could be, for comparison: its places are found by the segmenter in the whole
 * text, a step of undo is the text before and after it, and its rows are filled from the first word on each time.
 */
import { width } from '../../src/display/width.ts'
import { visible } from '../../src/text/visible.ts'

interface Moment {
  readonly text: string
  readonly cursor: number
}

interface Step {
  readonly before: Moment
  readonly after: Moment
  /** Where typing or deleting would go on from. */
  readonly at: number
}

export interface Model extends Moment {
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  readonly going: 'typing' | 'deleting' | undefined
}

type Unit = 'grapheme' | 'word' | 'line' | 'all'

export const modelOf = (text: string): Model => ({ text, cursor: text.length, past: [], future: [], going: undefined })

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const WORD = String.raw`[\p{L}\p{N}\p{M}_'’]`
const OTHER = String.raw`[^\p{L}\p{N}\p{M}_'’]`

/** All places that a cursor may have. */
function places(text: string): number[] {
  return [...Array.from(segmenter.segment(text), ({ index }) => index), text.length]
}

const placeAt = (text: string, at: number) => places(text).findLast((place) => place <= at) ?? 0
const placeFrom = (text: string, at: number) => places(text).find((place) => place >= at) ?? text.length

function placeBefore({ text, cursor }: Moment, unit: Unit): number {
  const head = text.slice(0, cursor)
  const word = new RegExp(`${WORD}*${OTHER}*$`, 'u').exec(head)?.index ?? 0
  const there = { grapheme: placeAt(text, cursor - 1), word: placeAt(text, word), line: head.lastIndexOf('\n') + 1 }
  return unit === 'all' ? 0 : Math.max(0, there[unit])
}

function placeAfter({ text, cursor }: Moment, unit: Unit): number {
  const tail = text.slice(cursor)
  const word = cursor + (new RegExp(`^${OTHER}*${WORD}*`, 'u').exec(tail)?.[0].length ?? 0)
  const line = cursor + (tail.split('\n')[0]?.length ?? 0)
  return unit === 'all' ? text.length : { grapheme: placeFrom(text, cursor + 1), word: placeAt(text, word), line }[unit]
}

function changed(
  model: Model,
  from: number,
  to: number,
  inserted: string,
  going: Model['going'],
  joins: boolean
): Model {
  const text = model.text.slice(0, from) + inserted + model.text.slice(to)
  const before = { text: model.text, cursor: model.cursor }
  const after = { text, cursor: placeFrom(text, from + inserted.length) }
  const last = model.past.at(-1)
  const first = joins && last !== undefined ? last.before : before
  const earlier = joins ? model.past.slice(0, -1) : model.past
  return { ...after, past: [...earlier, { before: first, after, at: from + inserted.length }], future: [], going }
}

export function insert(model: Model, inserted: string): Model {
  const text = inserted.replaceAll(/\r\n?/g, '\n')
  if (text === '') return model
  const isTyped = text.length <= 16 && !text.includes('\n')
  const goesOn = isTyped && model.going === 'typing' && !/^\s/.test(text) && model.past.at(-1)?.at === model.cursor
  return changed(model, model.cursor, model.cursor, text, isTyped ? 'typing' : undefined, goesOn)
}

function erase(model: Model, from: number, to: number): Model {
  if (from >= to) return model
  const at = model.past.at(-1)?.at
  return changed(model, from, to, '', 'deleting', model.going === 'deleting' && (at === from || at === to))
}

export function moveTo(model: Model, at: number): Model {
  const cursor = placeAt(model.text, at)
  return cursor === model.cursor ? model : { ...model, cursor, going: undefined }
}

export const byUnits = {
  deleteBefore: (model: Model, unit: Unit) => erase(model, placeBefore(model, unit), model.cursor),
  deleteAfter: (model: Model, unit: Unit) => erase(model, model.cursor, placeAfter(model, unit)),
  moveBefore: (model: Model, unit: Unit) => moveTo(model, placeBefore(model, unit)),
  moveAfter: (model: Model, unit: Unit) => moveTo(model, placeAfter(model, unit))
}

function undo(model: Model): Model {
  const step = model.past.at(-1)
  if (step === undefined) return model
  return { ...step.before, past: model.past.slice(0, -1), future: [...model.future, step], going: undefined }
}

function redo(model: Model): Model {
  const step = model.future.at(-1)
  if (step === undefined) return model
  return { ...step.after, past: [...model.past, step], future: model.future.slice(0, -1), going: undefined }
}

export const bySteps = { undo, redo }

const isWide = (character = '') => /^[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(character)
const isSpace = (character = '') => character === ' ' || character === '\t'

/** Where rows begin: each is as long as it can be, and ends at a space or an ideograph if there is one in it. */
export function rowStarts(text: string, columns: number): number[] {
  const starts: number[] = []
  let offset = 0
  for (const paragraph of text.split('\n')) {
    const characters = Array.from(segmenter.segment(paragraph), ({ segment }) => segment)
    for (let first = 0; starts.push(offset + characters.slice(0, first).join('').length);) {
      const next = rowEnd(characters, first, columns)
      if (next >= characters.length) break
      first = next
    }
    offset += paragraph.length + 1
  }
  return starts
}

function rowEnd(characters: readonly string[], first: number, columns: number): number {
  const columnsTo = (end: number) =>
    characters.slice(first, end + 1).reduce((sum, each) => sum + width(visible(each)), 0)
  const over = characters.findIndex((each, at) => at > first && !isSpace(each) && columnsTo(at) > columns)
  if (over < 0) return characters.length
  const mayBreak = (at: number) =>
    isSpace(characters[at - 1]) || (!isSpace(characters[at]) && (isWide(characters[at]) || isWide(characters[at - 1])))
  for (let at = over; at > first; at -= 1) if (mayBreak(at)) return at
  return over
}
