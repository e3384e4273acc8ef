import type { Context } from '../context.ts'
import { openJournal } from '../journal/store.ts'
import type { Journal } from '../journal/store.ts'
import type { Pack } from '../pack/model.ts'
import type { MenuItem, Renderer } from '../terminal/renderer.ts'
import { dayOf } from '../time.ts'
import { chosenExercise } from './choosing.ts'
import { nextOf } from './home.ts'
import type { Standing } from './home.ts'
import { rendererOf } from './options.ts'
import type { GlobalOptions } from './options.ts'
import { resumeDraft } from './resume.ts'
import { startExercise } from './start.ts'

/** The home screen, drawn again after each thing that was done from it, until the learner leaves. */
export async function visitHome(
  packs: readonly Pack[],
  dir: string,
  standing: () => Promise<Standing>,
  options: GlobalOptions,
  context: Context
): Promise<void> {
  const renderer = await rendererOf(options, context)
  const home = { packs, journal: openJournal(dir), options, renderer, context }
  try {
    while (await visit(await standing(), home));
  } finally {
    renderer.close()
  }
}

/** What stays the same from one visit to the next. */
interface Home {
  readonly packs: readonly Pack[]
  readonly journal: Journal
  readonly options: GlobalOptions
  readonly renderer: Renderer
  readonly context: Context
}

/** What can be done from here; each gives true to come back here. */
type Deed = () => Promise<boolean>

/** Draws the home screen once and does what is chosen; false when the learner is done. */
async function visit(standing: Standing, home: Home): Promise<boolean> {
  const { journal, packs, renderer, context } = home
  const words = context.words.sitting.home
  const drafts = standing.drafts.slice(0, 3).map((draft): MenuItem<Deed> => ({
    label: words.goOn(draft.title),
    note: context.words.sitting.begunOn(context.words.days.inWords(dayOf(draft.started))),
    value: () => resumeDraft(draft, home).then(() => true)
  }))
  const fresh = nextOf(standing)
  const next =
    fresh === undefined
      ? []
      : [
          {
            label: words.next(fresh.exercise.title),
            note: fresh.pack.title,
            value: () => startExercise({ ...fresh, ...home }).then(() => true)
          }
        ]
  const items: MenuItem<Deed>[] = [
    ...drafts,
    ...next,
    {
      label: words.all,
      value: async () =>
        startExercise({ ...(await chosenExercise(packs, { ...home, options: {} })), ...home }).then(() => true)
    },
    ...(standing.finished === 0
      ? []
      : [
          {
            label: words.journal,
            note: words.entries(standing.finished),
            value: () => browse(journal, renderer, context)
          }
        ]),
    { label: words.quit, value: async () => false }
  ]
  const deed = await renderer.choose(words.question, items)
  return deed === undefined ? false : deed()
}

async function browse(journal: Journal, renderer: Renderer, context: Context): Promise<boolean> {
  const { entries } = await journal.all({ status: 'finished' })
  const items = entries.map((entry) => ({
    value: entry,
    label: entry.title,
    note: context.words.days.inWords(dayOf(entry.started))
  }))
  const chosen = await renderer.choose(context.words.sitting.home.whichEntry, items)
  if (chosen === undefined) return true
  const [{ entryToRead }, { markdownReader }] = await Promise.all([
    import('../export/markdown.ts'),
    import('../markdown/read.ts')
  ])
  await renderer.passage('', entryToRead(journal.read(chosen.file), context.words, await markdownReader()))
  return true
}
