import { readable, sourceOf } from '../pack/names.ts'
import type { Around } from '../pack/names.ts'
import { escaped } from '../escape.ts'
import { piecesOf } from '../../questions/shared/template.ts'
import type { Column, Option, Prompt, PromptOf } from '../../questions/shared/model.ts'
import { entryWords } from '../../words/index.ts'
import { dirAttribute } from './markdown.ts'

/** What a prompt asks for, in a few words. */
export function askedFor(prompt: Prompt, { words }: Around): string {
  const { asks, least, most, earliest, latest } = words.packPage
  switch (prompt.type) {
    case 'text':
      return prompt.lines === 1 ? asks.line : asks.text(prompt.words)
    case 'list':
      return asks.list(prompt.items)
    case 'choices':
      return asks.choices(prompt.pick)
    case 'scale':
      return asks.scale(prompt.from, prompt.to)
    case 'number':
      return listed(
        prompt.integer ? asks.whole : asks.number,
        prompt.unit,
        prompt.min === undefined ? undefined : least(prompt.min),
        prompt.max === undefined ? undefined : most(prompt.max)
      )
    case 'date':
      return listed(
        asks.date,
        prompt.earliest === undefined ? undefined : earliest(prompt.earliest),
        prompt.latest === undefined ? undefined : latest(prompt.latest)
      )
    case 'recall':
      return prompt.reword ? asks.reword : asks.recall
    default:
      return asks[prompt.type]
  }
}

function listed(...facts: readonly (string | undefined)[]): string {
  return facts.filter((fact) => fact !== undefined).join(', ')
}

/** What learners choose from, rate, put in order or fill in, as HTML. */
export function formOf(prompt: Prompt, around: Around): string {
  const { words } = around
  switch (prompt.type) {
    case 'choice':
    case 'choices':
      return listOf([
        ...optionLines(prompt, prompt.optionsFrom, around),
        ...(prompt.other ? [`<em>${escaped(words.packPage.other)}</em>`] : [])
      ])
    case 'ranking':
      return listOf(optionLines(prompt, prompt.optionsFrom, around))
    case 'scale':
      return scaleOf(prompt, around)
    case 'table':
      return tableOf(prompt, around)
    case 'sentence':
      return sentenceOf(prompt, around)
    case 'plan': {
      const { when, iWill } = entryWords(around.pack.language)
      const [ifLabel, thenLabel] = [prompt.ifLabel ?? when, prompt.thenLabel ?? iWill]
      return `<p>${plain(ifLabel)} ${GAP}, ${plain(thenLabel)} ${GAP}</p>\n`
    }
    case 'recall': {
      const sources = prompt.of.map((reference) => sourceOf(reference, around))
      return `<p>${escaped(words.packPage.shows(sources))}</p>\n`
    }
    default:
      return ''
  }
}

const GAP = '<span class="gap"></span>'

function plain(text: string): string {
  const direction = dirAttribute(text)
  return direction === '' ? escaped(text) : `<span${direction}>${escaped(text)}</span>`
}

function listOf(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `<ul class="options">\n${lines.map((line) => `<li>${line}</li>\n`).join('')}</ul>\n`
}

function optionLines({ options }: { readonly options: readonly Option[] }, from: string | undefined, around: Around) {
  if (from !== undefined) return [`<em>${escaped(takenFrom(from, around))}</em>`]
  return options.map(({ label, note }) => plain(label) + (note === undefined ? '' : ` <small>${plain(note)}</small>`))
}

function takenFrom(prompt: string, around: Around): string {
  return around.words.packPage.takenFrom(sourceOf({ prompt }, around))
}

function scaleOf({ from, to, labels, statements, unsure }: PromptOf<'scale'>, { words }: Around): string {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
  const named = numbers.filter((number) => Object.hasOwn(labels, number))
  const lines = named.map((number) => `${number}: ${plain(labels[number] ?? '')}`)
  return (
    listOf(statements.map(({ text }) => plain(text))) +
    listOf([...lines, ...(unsure ? [`<em>${escaped(words.packPage.unsure)}</em>`] : [])])
  )
}

/** The table as it is before anything stands in it. */
function tableOf(prompt: PromptOf<'table'>, around: Around): string {
  const { packPage, export: exported } = around.words
  const { rows, rowsFrom, addRows, rowTitle, columns } = prompt
  const taken = rowsFrom === undefined ? [] : [`<em>${escaped(takenFrom(rowsFrom, around))}</em>`]
  const names = [...rows.map(({ label }) => plain(label)), ...taken, ...(addRows === undefined ? [] : [''])]
  const cells = columns.map((column) => `<td><small>${cellOf(column, around)}</small></td>`).join('')
  const head = [rowTitle ?? packPage.row, ...columns.map(({ title }) => title)]
  return (
    `<div class="table" role="group" aria-label="${escaped(exported.table)}" tabindex="0">\n<table>\n<thead>\n` +
    `<tr>${head.map((title) => `<th scope="col">${plain(title)}</th>`).join('')}</tr>\n</thead>\n<tbody>\n` +
    names.map((name) => `<tr>${name === '' ? '<td></td>' : `<th scope="row">${name}</th>`}${cells}</tr>\n`).join('') +
    '</tbody>\n</table>\n</div>\n' +
    (addRows === undefined ? '' : `<p class="about">${escaped(packPage.addRows(addRows))}</p>\n`)
  )
}

function cellOf({ type, options }: Column, { words }: Around): string {
  if (type === 'text') return ''
  return type === 'yes-no' ? escaped(words.packPage.yesOrNo) : options.map(({ label }) => plain(label)).join(' / ')
}

function sentenceOf({ template, gaps }: PromptOf<'sentence'>, around: Around): string {
  const { forExample } = around.words.packPage
  const { text } = readable(template, around)
  const pieces = piecesOf(text, Object.keys(gaps)).map((piece) => (typeof piece === 'string' ? plain(piece) : GAP))
  const asked = Object.values(gaps).map(
    ({ ask, example }) => plain(ask) + (example === undefined ? '' : ` <small>${escaped(forExample(example))}</small>`)
  )
  return `<p>${pieces.join('')}</p>\n${listOf(asked)}`
}
