import { measure } from '../../display/measure.ts'
import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, UsageError } from '../../context/errors.ts'
import type { Pack } from '../../pack/model.ts'
import { inLanguage } from '../../pack/translation/choose.ts'
import { folderOf } from '../../pack/source/source.ts'
import { PackWatch } from '../../pack/source/watch.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import { visible } from '../../text/visible.ts'
import { wrapSentence } from '../../display/wrap.ts'
import { examinePack, reportLines } from './report.ts'

/** Where a preview's pack comes from. */
export interface Source {
  /** Reads the pack. Shows its faults until it has none. @throws LeftError if the user leaves meanwhile. */
  now(): Promise<Pack>
  /** Whether files have changed since `now`. A change interrupts what is shown. */
  readonly hasChanged: boolean
  /** Whether changes are noticed. */
  readonly isWatched: boolean
  close(): void
}

/** A pack that is not watched. */
export function fixedSource(pack: Pack): Source {
  return { now: () => Promise.resolve(pack), hasChanged: false, isWatched: false, close: () => {} }
}

/** A pack that is read again when its files change. @throws ReflectError if they cannot be watched. */
export function watchedSource(place: string, renderer: Renderer, context: Context): Source {
  const watch = new PackWatch(place, context.words, () => renderer.interrupt())
  return {
    async now() {
      for (;;) {
        watch.see()
        renderer.resume()
        const { pack, report } = readAndCheck(place, context)
        if (pack !== undefined) return { ...inLanguage(pack, context.language), folder: folderOf(place) }
        const left = (await showFaults(report, renderer, context)) === 'leave'
        if (left && !watch.hasChanged) throw new LeftError('', ExitCode.interrupted)
      }
    },
    get hasChanged() {
      return watch.hasChanged
    },
    isWatched: true,
    close: () => watch.close()
  }
}

/** Reads the pack and its faults. A missing pack is a fault too. */
function readAndCheck(place: string, context: Context): { readonly pack?: Pack; readonly report: Lines } {
  try {
    const found = examinePack(place, context)
    return { ...found, report: (columns) => reportLines(found, columns, context) }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { report: (columns) => wrapSentence(visible(error.inWords(context.words)), measure(columns)) }
  }
}

type Lines = (columns: number) => readonly string[]

async function showFaults(report: Lines, renderer: Renderer, { words }: Context): Promise<'again' | 'leave'> {
  const { waiting, again } = words.packs.preview
  const lines = (columns: number) => [...report(columns), '', ...wrapSentence(waiting, measure(columns))]
  const picked = await renderer.look(lines, [{ value: 'again' as const, label: again }])
  return picked.kind === 'leave' ? 'leave' : 'again'
}
