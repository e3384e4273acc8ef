import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError } from '../../context/errors.ts'
import { packPage } from '../../export/html/pack.ts'
import { MemoryJournal } from '../../journal/memory.ts'
import type { Pack } from '../../pack/model.ts'
import { pictureIn } from '../../pack/source/pictures.ts'
import { inLanguage } from '../../pack/translation/choose.ts'
import { withFsErrors } from '../../storage/fs-errors.ts'
import { defineCommand, flag, optional, optionalTextOption, textOption, type GlobalOptions } from '../shared/command.ts'
import { packsOf, withRenderer } from '../shared/options.ts'
import { freePage, refuseToOverwrite } from '../shared/output.ts'
import { isFolder } from '../exchange/export-targets.ts'
import { visible } from '../../text/visible.ts'
import { findPosition, type From, visit } from './preview-walk.ts'
import { fixedSource, watchedSource } from './preview-source.ts'
import { examinePack, sayReport } from './report.ts'
import fs from 'node:fs'
import { typedPath } from '../../text/typed-path.ts'

/** Shows a pack as learners will see it: its exercises, without keeping answers, or one page with all of it. */
export const packPreviewCommand = defineCommand({
  help: (words) => words.pack.preview,
  args: { path: optional('path', (words) => words.pack.path) },
  options: {
    from: textOption('place', (words) => words.pack.from),
    watch: flag((words) => words.pack.watch, ['html']),
    html: optionalTextOption('file', (words) => words.pack.html),
    output: textOption('file', (words) => words.pack.page, ['watch']),
    force: flag((words) => words.pack.htmlForce)
  },
  run(given, context) {
    const options = withPath(given, context)
    const place = typedPath(options.path, context)
    const found = examinePack(place, context)
    const pack = found.pack && { ...inLanguage(found.pack, context.language), folder: found.source.folder }
    if (pack === undefined && options.watch !== true) {
      sayReport(found, context)
      return ExitCode.usage
    }
    const isPage = options.html !== undefined || options.output !== undefined
    if (!isPage || pack === undefined) return walkThrough(place, pack, options, context)
    return writePage(pack, options, context)
  }
})

/** Where the pack and its page are. `html` is true if the page has no name there. */
interface Places {
  readonly path?: string | undefined
  readonly html?: string | true
  readonly output?: string
}

/** The options with the pack's path, which is what follows `--html` if that is a folder and no other path is given. */
function withPath<Options extends Places>(options: Options, context: Context): Options & { readonly path: string } {
  const { path, html } = options
  const isPack = path === undefined && typeof html === 'string' && isFolder(html, typedPath(html, context))
  return isPack ? { ...options, path: html, html: true } : { ...options, path: path ?? '.' }
}

function walkThrough(
  place: string,
  pack: Pack | undefined,
  options: GlobalOptions & From & { readonly watch?: boolean },
  context: Context
): Promise<void> {
  return withRenderer(options, context, async (renderer) => {
    const source =
      pack === undefined || options.watch === true ? watchedSource(place, renderer, context) : fixedSource(pack)
    try {
      await visit(source, { journal: new MemoryJournal(), renderer, options, context })
    } catch (error) {
      if (!(error instanceof LeftError) || error.exitCode === ExitCode.done) throw error
      throw new LeftError(context.words.packs.preview.left, error.exitCode)
    } finally {
      source.close()
    }
  })
}

/**
 * Writes a pack, or one exercise of it, as a page. Prints the name of its file if the user has not given one.
 *
 * @throws UsageError if the file exists and `force` is not set, or the pack has no such exercise. ReflectError if the file cannot
 * be written.
 */
function writePage(
  pack: Pack,
  { path: place, from, html, output, ...writing }: From & Places & { readonly path: string; readonly force?: boolean },
  context: Context
): void {
  const { words } = context
  const name = typeof html === 'string' ? html : output
  const file = name === undefined ? freePage(pack.id, context) : typedPath(name, context)
  const exercises = from === undefined ? pack.exercises : [findPosition(from, pack, place, context).exercise]
  const page = packPage(pack, exercises, words, packsOf({}, context, pack.language), (picture) =>
    pictureIn(pack, picture)
  )
  refuseToOverwrite(file, writing, context)
  // With the usual permissions, unlike entries: it is made to be passed on.
  withFsErrors(file, () => fs.writeFileSync(file, page, { flag: writing.force === true ? 'w' : 'wx' }))
  if (name === undefined) context.stdout.write(`${visible(file)}\n`)
}
