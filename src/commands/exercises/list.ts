import type { Context } from '../../context/context.ts'
import { withoutUnanswered } from '../../journal/answered.ts'
import { listEntries } from '../../journal/list.ts'
import { progressOf, type ExerciseProgress, type PackProgress } from '../../progress/progress.ts'
import { rows, widthsOf, type RowText } from '../../display/rows.ts'
import { countDone, stateOf, stateOfAll } from '../../progress/report.ts'
import { routeProgress } from '../../progress/routes.ts'
import type { Pack } from '../../pack/model.ts'
import { routesOf, routeToType, type FoundRoute } from '../../pack/routes.ts'
import { stateSign, type Theme } from '../../display/theme.ts'
import type { FoundExercise } from '../../pack/find.ts'
import { bySection, daysOf, sectionOf } from '../../pack/sections.ts'
import { sectionInWords } from '../../progress/sections.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import { measure } from '../../display/measure.ts'
import { wrapSentence } from '../../display/wrap.ts'
import { present } from '../../util/records.ts'
import { visible } from '../../text/visible.ts'
import { hiddenPacks, packsAround, packsOf, themeOf } from '../shared/options.ts'
import { printJson, say } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { defineCommand, json, optional, textOption } from '../shared/command.ts'
import { checkedFolders, checkedJournal } from '../shared/journal.ts'

/** Lists packs with their exercises, minutes and progress. */
export const listCommand = defineCommand({
  help: (words) => words.list.what,
  args: { only: optional('pack', (words) => words.list.pack) },
  options: { pack: textOption('path', (words) => words.options.packPath), json },
  async run(options, context) {
    const packs = packsOf(options, context)
    const dir = checkedJournal(options, context)
    const { entries: every } = listEntries(dir, {}, { tree: checkedFolders(dir, context) })
    const entries = withoutUnanswered(every)
    const theme = themeOf(options, context)
    const progressIn = (all: readonly Pack[]) => all.map((pack) => progressOf(pack, entries, context.now()))
    const progress = progressIn(packs)
    if (options.json === true) return printJson(progress.map(packJson), context)
    const around = progressIn(packsAround({ pack: options.pack }, context))
    const isWhole = options.only === undefined && options.pack === undefined
    const hidden = isWhole ? hiddenPacks(packs, every, context) : new Set()
    const shown = progress.filter(({ pack }) => !hidden.has(pack.id))
    await print(packLines(shown, around, theme, context), options, context)
    if (hidden.size > 0) say(context.words.commands.list.hidden(hidden.size), options, context)
  }
})

function packJson({ pack, exercises }: PackProgress) {
  return {
    id: pack.id,
    version: pack.version,
    title: pack.title,
    routes: pack.routes,
    ...present({ sections: sectionsJson(pack) }),
    // JSON leaves out a key that is undefined.
    exercises: exercises.map(({ exercise, status, entries, from }) => ({
      id: exercise.id,
      title: exercise.title,
      minutes: exercise.minutes ?? null,
      prompts: exercise.prompts.length,
      status,
      entries,
      from
    }))
  }
}

/** The exercises and routes below the titles of their packs, in the same columns. `around` is the progress in all packs that are here. */
function packLines(
  packs: readonly PackProgress[],
  around: readonly PackProgress[],
  theme: Theme,
  context: Context
): (columns: number) => string[] {
  return (columns) => {
    const all = packs.map(({ exercises }) => exercises.map((item) => rowOf(item, theme, context)))
    // The zone takes a tenth of a start. Only a pack with a start day has days to compare.
    const today = packs.some(({ pack }) => pack.start !== undefined) ? dayOf(isoTime(context.now())) : ''
    const routes = packs.map(({ pack }) => routesOf([pack]).map((route) => routeRow(route, around, theme, context)))
    const widths = widthsOf([...all, ...routes].flat())
    return packs.flatMap(({ pack }, index) => [
      theme.strong(visible(pack.title)) + theme.quiet(`  ${pack.id}`),
      ...bySection(pack, all[index] ?? [], ({ name }) => name).flatMap(({ section, things }) => [
        ...(pack.sections === undefined
          ? []
          : headingLines(sectionInWords(section, pack, today, context.words), columns, theme)),
        ...rows(things, columns, theme, widths)
      ]),
      ...(routes[index] ?? []).slice(0, 1).map(() => `  ${theme.quiet(context.words.commands.list.routes)}`),
      ...rows(routes[index] ?? [], columns, theme, widths),
      ''
    ])
  }
}

function headingLines(heading: string, columns: number, theme: Theme): string[] {
  return wrapSentence(visible(heading), measure(columns) - 2).map((line) => `  ${theme.quiet(line)}`)
}

/** The sections of a pack with their days; undefined if it has none. */
export function sectionsJson(pack: Pack) {
  return pack.sections?.map((section) => {
    const { opens = null, due = null } = daysOf(section, pack)
    return { id: section.id, title: section.title, opens, due, exercises: section.exercises }
  })
}

/** A route below the exercises of the pack that declares it. */
function routeRow(route: FoundRoute, around: readonly PackProgress[], theme: Theme, { words }: Context): RowText {
  const { exercises } = routeProgress(route, around)
  const here = around.map(({ pack }) => pack)
  const done = countDone(exercises)
  return {
    sign: stateSign(stateOfAll(exercises), theme),
    name: routeToType(route, here),
    text: visible(route.route.title),
    note: theme.plain ? words.session.home.done(done, exercises.length) : `${done} / ${exercises.length}`
  }
}

function rowOf(item: ExerciseProgress, theme: Theme, context: Context): RowText {
  return {
    sign: stateSign(stateOf(item), theme),
    name: item.exercise.id,
    text: visible(item.exercise.title),
    note: [minutesOf(item, context), stateInWords(item, context)].filter((part) => part !== '').join(', ')
  }
}

/** An exercise's minutes in words; '' if they are not known. */
export function minutesOf({ exercise: { minutes } }: ExerciseProgress, { words }: Context): string {
  return minutes === undefined ? '' : words.commands.list.minutes(minutes)
}

/** An exercise's state in words; '' if it has not been begun. */
export function stateInWords({ status, entries, from }: ExerciseProgress, { words }: Context): string {
  const { draft, finished, waiting } = words.commands.list
  return { open: '', draft, finished: finished(entries), waiting: waiting(from) }[status]
}

/** The section of an exercise, with its days unless it is brief; '' if it is in none. */
export function sectionNote(
  { pack, exercise }: FoundExercise,
  { words, now }: Context,
  { isBrief = false }: { readonly isBrief?: boolean } = {}
): string {
  const section = sectionOf(pack, exercise.id)
  if (section === undefined) return ''
  return isBrief ? section.title : sectionInWords(section, pack, dayOf(isoTime(now())), words)
}
