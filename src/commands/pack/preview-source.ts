import type { Context } from '../../context.ts'
import { ExitCode, LeftError, UsageError } from '../../errors.ts'
import type { Pack } from '../../pack/model.ts'
import { inLanguage } from '../../pack/translation/choose.ts'
import { PackWatch } from '../../pack/watch.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import { visible, wrap } from '../../terminal/width.ts'
import { examined } from './report.ts'

/** Where a preview's pack comes from. */
export interface Source {
  /** The pack as it is now; while it is faulty, its faults are shown. @throws LeftError where the tutor leaves meanwhile. */
  now(): Promise<Pack>
  /** Whether `now` would give another pack; then whatever is shown has been interrupted. */
  readonly hasChanged: boolean
  /** Whether there is any sense in waiting for a change. */
  readonly isWatched: boolean
  close(): void
}

/** A pack that stays as it is. */
export function steady(pack: Pack): Source {
  return { now: () => Promise.resolve(pack), hasChanged: false, isWatched: false, close: () => {} }
}

/** A pack whose files are read whenever they have changed. @throws ReflectError where they cannot be watched. */
export function watched(place: string, renderer: Renderer, context: Context): Source {
  const watch = new PackWatch(place, context.words, () => renderer.interrupt())
  return {
    async now() {
      for (;;) {
        watch.see()
        renderer.goOn()
        const { pack, report } = await looked(place, context)
        if (pack !== undefined) return inLanguage(pack, context.language)
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

/** As `examined`; that there is no pack at all is a fault like any other. */
async function looked(place: string, context: Context): Promise<{ pack?: Pack; report: readonly string[] }> {
  try {
    return await examined(place, context)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { report: [error.inWords(context.words)] }
  }
}

async function showFaults(
  report: readonly string[],
  renderer: Renderer,
  { words }: Context
): Promise<'again' | 'leave'> {
  const { waiting, again } = words.packs.preview
  const lines = (columns: number) => [
    // A source line and the pointer under it belong together.
    ...report.flatMap((line) => (/^ +\d* \| /.test(line) ? [line] : wrap(visible(line), columns))),
    '',
    ...wrap(waiting, columns)
  ]
  const picked = await renderer.look(lines, [{ value: 'again' as const, label: again }])
  return picked.kind === 'leave' ? 'leave' : 'again'
}
