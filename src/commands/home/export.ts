import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import type { FormatName } from '../../export/document.ts'
import { numbered, stemOf } from '../../journal/names.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import { outcomesOf, outcomeToType } from '../../pack/outcomes.ts'
import type { MenuItem } from '../../terminal/renderer.ts'
import { present } from '../../util/records.ts'
import { typedPath } from '../../text/typed-path.ts'
import { visible } from '../../text/visible.ts'
import { exportEntries } from '../exchange/export.ts'
import type { Listed } from '../../entry/model.ts'
import { makeSheet } from '../journal/sheet.ts'
import { chosenFor, entryItems, typedFor, type Asking } from '../shared/choosing.ts'
import { confirm, packsOf } from '../shared/options.ts'
import { tell } from '../shared/output.ts'
import type { Home } from './home-state.ts'

/** The formats, those first that more people want. */
const offered = ['docx', 'html', 'txt', 'md', 'json'] as const satisfies readonly FormatName[]

/** Asks what to export, in which form and where to, and exports it. @throws WentBackError if the user goes back. */
export async function exportByMenus({ journal, options, context }: Pick<Home, 'journal' | 'options' | 'context'>) {
  const asking = { options, context }
  const said = context.words.menus.export
  const { entries } = journal.list({ status: 'finished' })
  const outcomes = outcomesIn(entries, context)
  const kind = await chosenFor(
    'what',
    said.what,
    [
      { value: 'all', label: said.all, note: context.words.session.home.entries(entries.length) },
      { value: 'one', label: said.one },
      ...(outcomes.length === 0 ? [] : [{ value: 'outcome', label: said.forOutcome }])
    ],
    asking
  )
  const { whichEntry } = context.words.session.home
  const which = kind === 'one' ? [(await chosenFor('what', whichEntry, entryItems(entries, context), asking)).id] : []
  const outcome = kind === 'outcome' ? await chosenFor('outcome', said.whichOutcome, outcomes, asking) : undefined
  const formats = offered.map((name) => ({ value: name, label: said.formats[name] }))
  const format = await chosenFor('format', said.format, formats, asking)
  const output = await chosenFile('reflections', format, asking)
  const includePrivate = (await confirm(said.private, false, options, context)) === true
  const isPrivate = includePrivate ? { includePrivate } : {}
  await exportEntries({ ...options, which, ...present({ outcome }), format, output, yes: true, ...isPrivate }, context)
  tell(said.done(visible(typedPath(output, context))), context)
}

/** The outcomes of the packs of some entries, by their names. */
function outcomesIn(entries: readonly Listed[], context: Context): readonly MenuItem<string>[] {
  const used = new Set(entries.map(({ pack }) => pack))
  const all = outcomesOf(packsOf({}, context))
  const own = all.filter(({ packs }) => packs.some(({ id }) => used.has(id)))
  return own.map((each) => ({ value: outcomeToType(each, all), label: each.outcome.text }))
}

/** The formats of a sheet to take along. */
const ofSheets = ['docx', 'html', 'txt', 'md'] as const satisfies readonly FormatName[]

/** Asks which entry a sheet is made of, and in which form, and makes it. @throws WentBackError if the user goes back. */
export async function sheetByMenus({ journal, options, context }: Pick<Home, 'journal' | 'options' | 'context'>) {
  const asking = { options, context }
  const { entries } = journal.list({ status: 'finished' })
  const entry = await chosenFor('entry', context.words.menus.sheet.which, entryItems(entries, context), asking)
  await sheetOfEntry(entry, { journal, options, context })
}

/** Asks in which form a sheet is made of an entry, and makes it. @throws WentBackError if the user goes back. */
export async function sheetOfEntry(
  entry: Listed,
  { journal, options, context }: Pick<Home, 'journal' | 'options' | 'context'>
): Promise<void> {
  const said = context.words.menus.export
  const formats = ofSheets.map((name) => ({ value: name, label: said.formats[name] }))
  const format = await chosenFor('format', said.format, formats, { options, context })
  const output = await chosenFile('sheet', format, { options, context })
  await makeSheet(entry, journal, { ...options, format, output }, context)
}

/** A file that is not there yet. */
function chosenFile(stem: string, format: FormatName, { options, context }: Asking): Promise<string> {
  const said = context.words.menus.export
  const isTaken = (line: string) => fs.existsSync(typedPath(line, context))
  const fault = (line: string) => (isTaken(line) ? said.taken(visible(typedPath(line, context))) : undefined)
  return typedFor(
    'output',
    { question: said.where, preset: freeName(stem, format, context), fault },
    { options, context }
  )
}

/** A name among the user's documents, or in the home folder, that nothing has yet. */
function freeName(stem: string, format: FormatName, context: Context): string {
  const folder = fs.existsSync(path.join(context.homeDir, 'Documents')) ? '~/Documents' : '~'
  for (const name of numbered(`${stem}-${dayOf(isoTime(context.now()))}.md`)) {
    const file = `${folder}/${stemOf(name)}.${format}`
    if (!fs.existsSync(typedPath(file, context))) return file
  }
  return ''
}
