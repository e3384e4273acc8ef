import { readable, sourceOf, type TextContext } from '../pack/names.ts'
import { escaped } from '../escape.ts'
import { own } from '../../util/records.ts'
import { hasDescriptors } from '../../questions/scale.ts'
import { piecesOf } from '../../questions/shared/template.ts'
import type { Column, Option, Prompt, PromptOf, PromptType } from '../../questions/shared/model.ts'
import { entryWords, type Words } from '../../words/index.ts'
import { dirAttribute } from './markdown.ts'

/** How the printable page of a pack shows one question type. */
interface PageForm<T extends PromptType> {
  /** What the prompt asks for, in a few words. */
  asked(prompt: PromptOf<T>, words: Words['packPage']): string
  /** What learners choose from, rate, put in order or fill in, as HTML. Default: nothing. */
  html?(prompt: PromptOf<T>, around: TextContext): string
}

/** The forms of the page, by question type. */
const forms: { readonly [T in PromptType]: PageForm<T> } = {
  text: { asked: ({ lines, words }, { asks }) => (lines === 1 ? asks.line : asks.text(words)) },
  list: { asked: ({ items }, { asks }) => asks.list(items) },
  choice: { asked: (_, { asks }) => asks.choice, html: picksOf },
  choices: { asked: ({ pick }, { asks }) => asks.choices(pick), html: picksOf },
  scale: { asked: ({ from, to }, { asks }) => asks.scale(from, to), html: scaleOf },
  ranking: {
    asked: (_, { asks }) => asks.ranking,
    html: (prompt, around) => listOf(optionLines(prompt, prompt.optionsFrom, around))
  },
  table: { asked: (_, { asks }) => asks.table, html: tableOf },
  sentence: { asked: (_, { asks }) => asks.sentence, html: sentenceOf },
  plan: {
    asked: (_, { asks }) => asks.plan,
    html(prompt, { pack }) {
      const { when, iWill } = entryWords(pack.language)
      return `<p>${plain(prompt.ifLabel ?? when)} ${GAP}, ${plain(prompt.thenLabel ?? iWill)} ${GAP}</p>\n`
    }
  },
  number: {
    asked: ({ integer, unit, min, max }, { asks, least, most }) =>
      listed(
        integer ? asks.whole : asks.number,
        unit,
        min === undefined ? undefined : least(min),
        max === undefined ? undefined : most(max)
      ),
    html: boundsOf
  },
  date: {
    asked: (prompt, { asks, earliest, latest, returns }) =>
      listed(
        asks.date,
        prompt.earliest === undefined ? undefined : earliest(prompt.earliest),
        prompt.latest === undefined ? undefined : latest(prompt.latest),
        prompt.return === true ? returns : undefined
      ),
    html: boundsOf
  },
  'yes-no': { asked: (_, { asks }) => asks['yes-no'] },
  note: { asked: (_, { asks }) => asks.note },
  recall: {
    asked: ({ reword }, { asks }) => (reword ? asks.reword : asks.recall),
    html(prompt, around) {
      const sources = prompt.of.map((reference) => sourceOf(reference, around))
      return `<p>${escaped(around.words.packPage.shows(sources))}</p>\n`
    }
  }
}

/** The bounds that earlier answers set. */
function boundsOf({ minFrom, maxFrom }: PromptOf<'number'> | PromptOf<'date'>, around: TextContext): string {
  const { notBelow, notAbove } = around.words.packPage
  const lines = [
    ...(minFrom === undefined ? [] : [notBelow(sourceOf(minFrom, around))]),
    ...(maxFrom === undefined ? [] : [notAbove(sourceOf(maxFrom, around))])
  ]
  return lines.map((line) => `<p class="about">${escaped(line)}</p>\n`).join('')
}

/** What a prompt asks for, in a few words. */
export function askedFor(prompt: Prompt, { words }: TextContext): string {
  const form: PageForm<PromptType> = forms[prompt.type]
  return form.asked(prompt, words.packPage)
}

/** What learners choose from, rate, put in order or fill in, as HTML; '' if there is nothing of the kind. */
export function formOf(prompt: Prompt, around: TextContext): string {
  const form: PageForm<PromptType> = forms[prompt.type]
  return form.html?.(prompt, around) ?? ''
}

function listed(...facts: readonly (string | undefined)[]): string {
  return facts.filter((fact) => fact !== undefined).join(', ')
}

const GAP = '<span class="gap"></span>'

function plain(text: string): string {
  const direction = dirAttribute(text)
  return direction === '' ? escaped(text) : `<span${direction}>${escaped(text)}</span>`
}

function listOf(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `<ul class="options">\n${lines.map((line) => `<li>${line}</li>\n`).join('')}</ul>\n`
}

function picksOf(prompt: PromptOf<'choice' | 'choices'>, around: TextContext): string {
  return listOf([
    ...optionLines(prompt, prompt.optionsFrom, around),
    ...(prompt.other ? [`<em>${escaped(around.words.packPage.other)}</em>`] : [])
  ])
}

function optionLines(
  { options }: { readonly options: readonly Option[] },
  from: string | undefined,
  around: TextContext
) {
  if (from !== undefined) return [`<em>${escaped(takenFrom(from, around))}</em>`]
  return options.map(withNote)
}

function withNote({ label, note }: Option): string {
  return plain(label) + (note === undefined ? '' : ` <small>${plain(note)}</small>`)
}

function takenFrom(prompt: string, around: TextContext): string {
  return around.words.packPage.takenFrom(sourceOf({ prompt }, around))
}

function scaleOf(prompt: PromptOf<'scale'>, around: TextContext): string {
  if (hasDescriptors(prompt)) return rubricOf(prompt, around)
  const { labels, statements, unsure } = prompt
  const { words } = around
  const numbers = numbersOf(prompt)
  const named = numbers.filter((number) => Object.hasOwn(labels, number))
  const lines = named.map((number) => `${number}: ${plain(labels[number] ?? '')}`)
  return (
    listOf(statements.map(({ text }) => plain(text))) +
    listOf([...lines, ...(unsure ? [`<em>${escaped(words.packPage.unsure)}</em>`] : [])])
  )
}

function numbersOf({ from, to }: PromptOf<'scale'>): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
}

/** A row for each statement, with what each number means for it. */
function rubricOf(prompt: PromptOf<'scale'>, around: TextContext): string {
  const { labels, statements, unsure } = prompt
  const numbers = numbersOf(prompt).map((number) => ({ number, level: own(labels, number) }))
  const head = numbers.map(({ number, level }) => (level === undefined ? number : `${number}: ${level}`))
  const rows = statements.map(({ text, labels: descriptors = {} }) => ({
    name: plain(text),
    cells: numbers.map(({ number }) => `<td>${plain(own(descriptors, number) ?? '')}</td>`).join('')
  }))
  const { packPage } = around.words
  return (
    tableHtml([packPage.row, ...head], rows, around) + (unsure ? listOf([`<em>${escaped(packPage.unsure)}</em>`]) : '')
  )
}

/** The empty table. */
function tableOf(prompt: PromptOf<'table'>, around: TextContext): string {
  const { packPage } = around.words
  const { rows, rowsFrom, addRows, rowTitle, columns } = prompt
  const taken = rowsFrom === undefined ? [] : [`<em>${escaped(takenFrom(rowsFrom, around))}</em>`]
  const names = [...rows.map(withNote), ...taken, ...(addRows === undefined ? [] : [''])]
  const cells = columns.map((column) => `<td><small>${cellOf(column, around)}</small></td>`).join('')
  const head = [rowTitle ?? packPage.row, ...columns.map(({ title }) => title)]
  const filled = names.map((name) => ({ name, cells }))
  return (
    tableHtml(head, filled, around) +
    (addRows === undefined ? '' : `<p class="about">${escaped(packPage.addRows(addRows))}</p>\n`)
  )
}

/** A table with a heading for each column and each row; `name` and `cells` are HTML, '' a row without a name. */
function tableHtml(
  head: readonly string[],
  rows: readonly { readonly name: string; readonly cells: string }[],
  { words }: TextContext
): string {
  return (
    `<div class="table" role="group" aria-label="${escaped(words.export.table)}" tabindex="0">\n<table>\n<thead>\n` +
    `<tr>${head.map((title) => `<th scope="col">${plain(title)}</th>`).join('')}</tr>\n</thead>\n<tbody>\n` +
    rows
      .map(({ name, cells }) => `<tr>${name === '' ? '<td></td>' : `<th scope="row">${name}</th>`}${cells}</tr>\n`)
      .join('') +
    '</tbody>\n</table>\n</div>\n'
  )
}

function cellOf({ type, options }: Column, { words }: TextContext): string {
  if (type === 'text') return ''
  return type === 'yes-no' ? escaped(words.packPage.yesOrNo) : options.map(withNote).join(' / ')
}

function sentenceOf({ template, gaps }: PromptOf<'sentence'>, around: TextContext): string {
  const { forExample } = around.words.packPage
  const { text } = readable(template, around)
  const pieces = piecesOf(text, Object.keys(gaps)).map((piece) => (typeof piece === 'string' ? plain(piece) : GAP))
  const asked = Object.values(gaps).map(
    ({ ask, example }) => plain(ask) + (example === undefined ? '' : ` <small>${escaped(forExample(example))}</small>`)
  )
  return `<p>${pieces.join('')}</p>\n${listOf(asked)}`
}
