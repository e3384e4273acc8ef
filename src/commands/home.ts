import type { Context } from '../context.ts'
import { ExitCode } from '../errors.ts'
import type { Listed } from '../journal/model.ts'
import { nextIn, progressOf } from '../journal/progress.ts'
import type { PackProgress } from '../journal/progress.ts'
import { openJournal } from '../journal/store.ts'
import type { Journal } from '../journal/store.ts'
import type { Pack } from '../pack/model.ts'
import type { MenuItem, Renderer } from '../terminal/renderer.ts'
import { dayInWords, dayOf } from '../time.ts'
import { chosenExercise } from './choosing.ts'
import { journalOf, packsOf, rendererOf } from './options.ts'
import type { GlobalOptions } from './options.ts'
import { resumeDraft } from './resume.ts'
import { startExercise } from './start.ts'

/** What the home screen knows when it is drawn. */
interface Home {
  readonly packs: readonly Pack[]
  readonly journal: Journal
  readonly drafts: readonly Listed[]
  readonly progress: readonly PackProgress[]
  readonly finished: number
}

/** The home screen; without a terminal, the same as a short text that says what to type. */
export async function run(options: GlobalOptions, context: Context): Promise<ExitCode> {
  const packs = await packsOf({}, context)
  const journal = openJournal(journalOf(options, context))
  if (!context.stdout.isTTY || context.stdin.isTTY !== true) {
    context.stdout.write(`${overviewText(lookAround(packs, journal, context), context)}\n`)
    return ExitCode.done
  }
  const renderer = await rendererOf(options, context)
  try {
    while (await visit(lookAround(packs, journal, context), options, renderer, context));
    return ExitCode.done
  } finally {
    renderer.close()
  }
}

function lookAround(packs: readonly Pack[], journal: Journal, context: Context): Home {
  const { entries } = journal.list({})
  return {
    packs,
    journal,
    drafts: entries.filter(({ status }) => status === 'draft'),
    progress: packs.map((pack) => progressOf(pack, entries, context.now())),
    finished: entries.filter(({ status }) => status === 'finished').length
  }
}

/** What can be done from here; each gives true to come back here. */
type Deed = () => Promise<boolean>

/** Draws the home screen once and does what is chosen; false when the learner is done. */
async function visit(home: Home, options: GlobalOptions, renderer: Renderer, context: Context): Promise<boolean> {
  const { journal, packs } = home
  const words = context.words.sitting.home
  const around = { journal, options, renderer, context }
  const drafts = home.drafts.slice(0, 3).map((draft): MenuItem<Deed> => ({
    label: words.goOn(draft.title),
    note: context.words.sitting.begunOn(dayInWords(dayOf(draft.started), 'en-GB')),
    value: () => resumeDraft(draft, around).then(() => true)
  }))
  const fresh = nextOf(home)
  const next =
    fresh === undefined
      ? []
      : [
          {
            label: words.next(fresh.exercise.title),
            note: fresh.pack.title,
            value: () => startExercise({ ...fresh, ...around }).then(() => true)
          }
        ]
  const items: MenuItem<Deed>[] = [
    ...drafts,
    ...next,
    {
      label: words.all,
      value: async () =>
        startExercise({ ...(await chosenExercise(packs, { ...around, options: {} })), ...around }).then(() => true)
    },
    ...(home.finished === 0
      ? []
      : [
          { label: words.journal, note: words.entries(home.finished), value: () => browse(journal, renderer, context) }
        ]),
    { label: words.quit, value: async () => false }
  ]
  const deed = await renderer.choose(words.question, items)
  return deed === undefined ? false : deed()
}

/** The first exercise of the first pack that is begun, or else of the first pack. */
function nextOf({ progress, drafts }: Pick<Home, 'progress' | 'drafts'>) {
  const begun =
    progress.find(({ exercises }) => exercises.some(({ status }) => status !== 'open' && status !== 'waiting')) ??
    progress[0]
  if (begun === undefined) return undefined
  const next = nextIn(begun)
  if (next === undefined || drafts.some(({ exercise }) => exercise === next.exercise.id)) return undefined
  return { pack: begun.pack, exercise: next.exercise }
}

async function browse(journal: Journal, renderer: Renderer, context: Context): Promise<boolean> {
  const { entries } = journal.list({ status: 'finished' })
  const items = entries.map((entry) => ({
    value: entry,
    label: entry.title,
    note: dayInWords(dayOf(entry.started), 'en-GB')
  }))
  const chosen = await renderer.choose(context.words.sitting.home.whichEntry, items)
  if (chosen === undefined) return true
  const { entryMarkdown } = await import('../export/markdown.ts')
  const { subtitleOf } = await import('./export.ts')
  const entry = journal.read(chosen.file)
  const markdown = entryMarkdown(entry, {
    questions: true,
    level: 1,
    subtitle: subtitleOf(entry, context),
    words: context.words.entry
  })
  await renderer.passage('', markdown)
  return true
}

/** What stands where, and what to type, for where there is no terminal. */
function overviewText({ drafts, progress }: Home, context: Context): string {
  const words = context.words.sitting.home
  const next = nextOf({ drafts, progress })
  const packLines = progress.map(({ pack, exercises }) =>
    words.pack(pack.title, exercises.filter(({ entries }) => entries > 0).length, exercises.length)
  )
  return [
    words.title,
    '',
    ...packLines,
    '',
    ...drafts.map((draft) => words.typeToResume(draft.title, draft.id.slice(0, 8))),
    ...(next === undefined ? [] : [words.typeToStart(next.exercise.title, next.exercise.id)]),
    words.typeForMore
  ].join('\n')
}
