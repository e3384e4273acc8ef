import { join } from 'node:path'
import type { Command } from 'commander'
import type { Context } from '../../context/context.ts'
import { answersForSheet } from '../../export/sheet.ts'
import { entryFinder, lastFinished } from '../../journal/find.ts'
import { readEntry } from '../../journal/oldest-first.ts'
import { closest } from '../../text/finder.ts'
import { listEntries, listFolder, type Filter, type Listing } from '../../journal/list.ts'
import { TRASH, stemOf } from '../../journal/names.ts'
import type { Pack } from '../../pack/model.ts'
import { fullRouteName, routesOf, routeToType } from '../../pack/routes.ts'
import { outcomesOf, outcomeToType } from '../../pack/outcomes.ts'
import { installedPacks } from '../../pack/installed/list.ts'
import { isKey, keys } from '../../settings/index.ts'
import { headingOf } from '../../questions/shared/heading.ts'
import { dayOf } from '../../dates/time.ts'
import { knownLanguages } from '../shared/languages.ts'
import { packsOf } from '../shared/options.ts'
import { shells } from './completion.ts'
import { own } from '../../util/records.ts'
import { languageNames, shipped } from '../../words/index.ts'

/** A word that can be completed, and its description. */
export interface Candidate {
  readonly value: string
  readonly about: string
}

/** What candidates depend on. */
export interface Asked {
  readonly command: Command
  /** The command's arguments so far. */
  readonly given: readonly string[]
  /** The values of options so far, by their long names. */
  readonly values: ReadonlyMap<string, string>
  readonly program: Command
  /** The journal's folder. */
  readonly journal: string
  readonly context: Context
}

/** How many entries are offered, the newest ones: a longer list is of no use. */
const MOST_ENTRIES = 30

/** The values for a name such as `exercise`. Other names (files, words, days) are left to the shell. */
export function valuesOf(name: string | undefined, asked: Asked): Candidate[] {
  const { command, given, journal, context } = asked
  switch (name) {
    case 'exercise':
      return titled(packsNamed(asked).flatMap(({ exercises }) => exercises))
    case 'pack':
      return titled(packsOf({}, context))
    case 'id':
      if (command.name() === 'info') return titled(packsOf({}, context))
      return titled(installedPacks(context).packs.map(({ pack }) => pack))
    case 'route':
      return routes(packsNamed(asked))
    case 'outcome':
      return outcomes(packsOf({}, context))
    case 'place':
      return places(given[0] ?? '.', context)
    case 'entry':
      if (command.name() === 'delete') return entriesIn(listEntries(journal, { limit: MOST_ENTRIES }))
      return entries(journal, command.name() === 'resume' ? { status: 'draft' } : undefined)
    case 'prompt':
      return answersIn(given[0], journal, context)
    case 'deleted':
      return entriesIn(listFolder(join(journal, TRASH)))
    case 'what':
      return [...entries(journal), ...valuesOf('exercise', asked), ...valuesOf('pack', asked)]
    case 'tag':
      return named(...new Set(listEntries(journal).entries.flatMap(({ tags }) => tags)))
    case 'action':
      return named('list', 'get', 'set', 'unset', 'path')
    case 'key':
      return keys.filter(isKey).map((key) => ({ value: key, about: context.words.settings.takes[key] }))
    case 'language':
      return languages(context)
    case 'value':
      return settingValues(given[1])
    case 'topic':
      return topics(asked)
    case 'shell':
      return named(...shells)
    default:
      return []
  }
}

function titled(packsOrExercises: readonly { readonly id: string; readonly title: string }[]): Candidate[] {
  return packsOrExercises.map(({ id, title }) => ({ value: id, about: title }))
}

/** The routes of packs, each by its shortest name, and by `pack/route`. */
function routes(packs: readonly Pack[]): Candidate[] {
  return routesOf(packs).flatMap((route) => {
    const names = new Set([routeToType(route, packs), fullRouteName(route)])
    return [...names].map((value) => ({ value, about: route.route.title }))
  })
}

/** The outcomes of packs, each by its shortest name. */
function outcomes(packs: readonly Pack[]): Candidate[] {
  const all = outcomesOf(packs)
  return all.map((each) => ({ value: outcomeToType(each, all), about: each.outcome.text }))
}

/** What `reflect help` explains: topics and commands, and after a command those below it. */
function topics({ program, given, context }: Asked): Candidate[] {
  const [name] = given
  if (name === undefined) return [...commandsOf(program), ...named(...Object.keys(context.words.commands.topics))]
  const command = program.commands.find((each) => each.name() === name)
  return command === undefined || given.length > 1 ? [] : commandsOf(command)
}

/** The languages of the program with their names, and those of packs. */
function languages(context: Context): Candidate[] {
  return knownLanguages(context).map((tag) => ({ value: tag, about: own(languageNames, tag) ?? '' }))
}

/** The values of settings that have only a few. */
function settingValues(key: string | undefined): Candidate[] {
  if (key === 'plain') return named('true', 'false')
  if (key === 'color') return named('auto', 'always', 'never')
  return key === 'language' ? named('auto', ...shipped) : []
}

/** The pack of the option `--pack`, which is a path or an id; without it, all packs. None if there is no such pack. */
function packsNamed({ command, values, context }: Asked): readonly Pack[] {
  const pack = values.get('--pack')
  const isPath = command.options.some(({ long, flags }) => long === '--pack' && flags.includes('<path>'))
  return packsIfAny(isPath ? { pack } : { only: pack }, context)
}

function packsIfAny(options: Parameters<typeof packsOf>[0], context: Context): readonly Pack[] {
  try {
    return packsOf(options, context)
  } catch {
    return []
  }
}

/** The exercises and prompts of a pack at a path; none if it cannot be read. */
function places(place: string, context: Context): Candidate[] {
  const [pack] = packsIfAny({ pack: place }, context)
  return (pack?.exercises ?? []).flatMap(({ id, title, prompts }) => [
    { value: id, about: title },
    ...prompts.map((prompt) => ({ value: `${id}/${prompt.id}`, about: headingOf(prompt) }))
  ])
}

/** Candidates without a description. */
export function named(...values: readonly string[]): Candidate[] {
  return values.map((value) => ({ value, about: '' }))
}

function entries(journal: string, filter: Filter = {}): Candidate[] {
  const newest = listEntries(journal, { ...filter, limit: MOST_ENTRIES })
  const last = lastFinished(newest.entries)
  return [...(last === undefined ? [] : [{ value: 'last', about: last.title }]), ...entriesIn(newest)]
}

function entriesIn({ entries: all }: Listing): Candidate[] {
  return all.map(({ file, title, started }) => ({ value: stemOf(file), about: `${title}, ${dayOf(started)}` }))
}

/** The answers of the entry that a name means, which a sheet can have; none if it means several. */
function answersIn(name: string | undefined, journal: string, context: Context): Candidate[] {
  const { entries: all } = listEntries(journal, { status: 'finished' })
  const found = name === undefined ? undefined : closest([entryFinder(all, name, context)])
  const entry = found?.things.length === 1 ? readEntry(found.things[0].file) : undefined
  return entry === undefined ? [] : answersForSheet(entry).map(({ id, title }) => ({ value: id, about: title }))
}

/** The commands below one. */
export function commandsOf({ commands }: Command): Candidate[] {
  return commands.map((command) => ({ value: command.name(), about: command.description() }))
}
