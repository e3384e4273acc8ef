import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError } from '../../context/errors.ts'
import type { Pack } from '../../pack/model.ts'
import { inLanguage } from '../../pack/translation/choose.ts'
import { rendererOf } from '../shared/options.ts'
import type { GlobalOptions } from '../shared/options.ts'
import { MemoryJournal } from '../../journal/memory.ts'
import type { From } from './preview-from.ts'
import { examined, sayReport } from './report.ts'

export interface PackPreviewOptions extends GlobalOptions, From {
  /** The files are read again whenever they change. */
  readonly watch?: boolean
  /** As one page, in this file. */
  readonly html?: string
  readonly force?: boolean
}

/** Shows a pack as learners will see it: a walk of which nothing is kept, or all of it as one page to read. */
export async function run(options: PackPreviewOptions, context: Context): Promise<ExitCode> {
  const place = path.resolve(context.cwd, options.path)
  const found = await examined(place, context)
  const pack = found.pack && inLanguage(found.pack, context.language)
  if (pack === undefined && options.watch !== true) {
    sayReport(found, context)
    return ExitCode.usage
  }
  if (options.html === undefined || pack === undefined) await walkThrough(place, pack, options, context)
  else {
    const { writePage } = await import('./preview-page.ts')
    await writePage(pack, options.html, options, context)
  }
  return ExitCode.done
}

async function walkThrough(
  place: string,
  pack: Pack | undefined,
  options: PackPreviewOptions,
  context: Context
): Promise<void> {
  const { visit } = await import('./preview-walk.ts')
  const { steady, watched } = await import('./preview-source.ts')
  const renderer = await rendererOf(options, context)
  const source = pack === undefined || options.watch === true ? watched(place, renderer, context) : steady(pack)
  try {
    await visit(source, { journal: new MemoryJournal(), renderer, options, context })
  } catch (error) {
    if (!(error instanceof LeftError) || error.exitCode === ExitCode.done) throw error
    throw new LeftError(context.words.packs.preview.left, error.exitCode)
  } finally {
    source.close()
    renderer.close()
  }
}
