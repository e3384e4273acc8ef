import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError } from '../../context/errors.ts'
import type { Pack } from '../../pack/model.ts'
import { inLanguage } from '../../pack/translation/choose.ts'
import { rendererOf } from '../shared/options.ts'
import { MemoryJournal } from '../../journal/memory.ts'
import type { From } from './preview-from.ts'
import { examined, sayReport } from './report.ts'
import { defineCommand, flag, textOption, withDefault } from '../shared/command.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { writePage } from './preview-page.ts'
import { visit } from './preview-walk.ts'
import { steady, watched } from './preview-source.ts'

/** Shows a pack as learners will see it: a walk of which nothing is kept, or all of it as one page to read. */
export const packPreviewCommand = defineCommand({
  help: (words) => words.pack.preview,
  args: { path: withDefault('path', '.', (words) => words.pack.path) },
  options: {
    from: textOption('place', (words) => words.pack.from),
    watch: flag((words) => words.pack.watch, ['html']),
    html: textOption('file', (words) => words.pack.html),
    force: flag((words) => words.pack.htmlForce)
  },
  async run(options, context) {
    const place = path.resolve(context.cwd, options.path)
    const found = await examined(place, context)
    const pack = found.pack && inLanguage(found.pack, context.language)
    if (pack === undefined && options.watch !== true) {
      sayReport(found, context)
      return ExitCode.usage
    }
    if (options.html === undefined || pack === undefined) await walkThrough(place, pack, options, context)
    else {
      await writePage(pack, options.html, options, context)
    }
    return ExitCode.done
  }
})

async function walkThrough(
  place: string,
  pack: Pack | undefined,
  options: GlobalOptions & From & { readonly watch?: boolean },
  context: Context
): Promise<void> {
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
