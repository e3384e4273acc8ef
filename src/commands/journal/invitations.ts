import type { Context } from '../../context/context.ts'
import { listedJson } from '../../export/json.ts'
import { grouped } from '../../util/group-by.ts'
import { dueOf, onThisDay } from '../../progress/due.ts'
import type { Due } from '../../progress/due.ts'
import type { Listed } from '../../entry/model.ts'
import type { Journal } from '../../journal/store.ts'
import type { Pack } from '../../pack/model.ts'
import { nameToType, exerciseNames } from '../../pack/find.ts'
import { newExercise } from '../../pack/renames.ts'
import { joinBlocks, wrap } from '../../display/wrap.ts'
import { visible } from '../../display/width.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import { dueJson, dueSentences } from './entry-rows.ts'
import { revisitAfter, themeOf } from '../shared/options.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { print, printJson } from '../shared/output.ts'

/** What a journal offers to come back to. */
interface Invitations {
  readonly due: readonly Due[]
  readonly onThisDay: readonly Listed[]
  readonly several: readonly Repeated[]
}

/** An exercise that was finished more than once. */
interface Repeated {
  readonly pack: string
  /** Its present name. */
  readonly exercise: string
  /** The title of the newest entry. */
  readonly title: string
  readonly entries: number
}

/** Prints what is due, what was written on this day in other years, and which exercises were finished more than once. */
export async function invite(
  entries: readonly Listed[],
  packs: readonly Pack[],
  journal: Journal,
  options: GlobalOptions & { readonly json?: boolean },
  context: Context
): Promise<void> {
  const now = context.now()
  const found = {
    due: dueOf(packs, entries, now, revisitAfter(context)),
    onThisDay: onThisDay(entries, dayOf(isoTime(now))),
    several: repeated(entries, packs)
  }
  if (options.json === true)
    printJson(
      {
        ...found,
        due: dueJson(found.due),
        onThisDay: found.onThisDay.map(({ file }) => listedJson(journal.read(file), file))
      },
      context
    )
  else await print(linesOf(found, packs, options, context), context)
}

function linesOf(
  { due, onThisDay: day, several }: Invitations,
  packs: readonly Pack[],
  options: GlobalOptions,
  context: Context
): string[] {
  const { words, stdout } = context
  const { revisit: said, progress } = words.commands
  const theme = themeOf(options, context)
  const parts = [
    { title: progress.due, lines: dueSentences(due, packs, words) },
    {
      title: said.onThisDay,
      lines: day.map(({ title, started, id }) =>
        said.entry(words.days.inWords(dayOf(started)), visible(title), id.slice(0, 8))
      )
    },
    {
      title: said.several,
      lines: several.map((one) => {
        const name = nameToType(one, [...exerciseNames(packs), ...several])
        return said.times(visible(one.title), one.entries, visible(name))
      })
    }
  ].filter(({ lines }) => lines.length > 0)
  if (parts.length === 0) return wrap(said.nothingYet, stdout.columns)
  const indented = (line: string) => wrap(line, stdout.columns - 2).map((part) => `  ${part}`)
  return joinBlocks(parts.map(({ title, lines }) => [theme.strong(title), ...lines.flatMap(indented)]))
}

function repeated(entries: readonly Listed[], packs: readonly Pack[]): Repeated[] {
  const byId = new Map(packs.map((pack) => [pack.id, pack]))
  const nameNow = ({ pack, exercise }: Listed) => newExercise(exercise, byId.get(pack) ?? { renamed: {} })
  const finished = entries.filter(({ status }) => status === 'finished')
  return [...grouped(finished, (entry) => `${entry.pack}/${nameNow(entry)}`).values()].flatMap((same) => {
    const [newest] = same
    return same.length < 2
      ? []
      : [{ pack: newest.pack, exercise: nameNow(newest), title: newest.title, entries: same.length }]
  })
}
