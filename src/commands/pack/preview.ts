import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError } from '../../context/errors.ts'
import { packPage } from '../../export/html/pack.ts'
import { MemoryJournal } from '../../journal/memory.ts'
import type { Pack } from '../../pack/model.ts'
import { pictureIn } from '../../pack/source/pictures.ts'
import { inLanguage, isSameLanguage } from '../../pack/translation/choose.ts'
import { withFsErrors } from '../../storage/fs-errors.ts'
import { defineCommand, flag, optional, optionalTextOption, textOption, type GlobalOptions } from '../shared/command.ts'
import { packsOf, withRenderer } from '../shared/options.ts'
import { freePage, refuseToOverwrite, withLanguage } from '../shared/output.ts'
import { isFolder } from '../exchange/export-targets.ts'
import { visible } from '../../text/visible.ts'
import { wordsIn } from '../../words/index.ts'
import { settingSentences } from './installing.ts'
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
    const written = found.pack && { ...found.pack, folder: found.source.folder }
    const pack = written && inLanguage(written, context.language)
    if (pack === undefined && options.watch !== true) {
      sayReport(found, context)
      return ExitCode.usage
    }
    const isPage = options.html !== undefined || options.output !== undefined
    if (!isPage || written === undefined) return walkThrough(place, pack, options, context)
    return writePages(written, options, context)
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
 * Writes a pack, or one exercise of it, as a page; without `--lang`, a page for each of its languages, the user's first. Prints the names
 * of the files that the user has not given. All files are looked at before the first is written.
 *
 * @throws UsageError if a file exists and `force` is not set, or the pack has no such exercise. ReflectError if a file cannot be written.
 */
function writePages(
  pack: Pack,
  { html, output, ...writing }: From & Places & GlobalOptions & { readonly path: string; readonly force?: boolean },
  context: Context
): void {
  const name = typeof html === 'string' ? html : output
  const file = name === undefined ? freePage(pack.id, context) : typedPath(name, context)
  const pages = languagesOf(pack, writing, context).map((language, index) => ({
    file: index === 0 ? file : withLanguage(file, language),
    content: pageIn(language, pack, writing, context),
    isNamed: index === 0 && name !== undefined
  }))
  for (const page of pages) refuseToOverwrite(page.file, writing, context)
  for (const page of pages) {
    // With the usual permissions, unlike entries: it is made to be passed on.
    withFsErrors(page.file, () =>
      fs.writeFileSync(page.file, page.content, { flag: writing.force === true ? 'w' : 'wx' })
    )
    if (!page.isNamed) context.stdout.write(`${visible(page.file)}\n`)
  }
}

/** The languages in which pages are written: the one that the user reads, then the others of the pack. */
function languagesOf(pack: Pack, { lang }: GlobalOptions, { language }: Context): string[] {
  const first = inLanguage(pack, language).language
  return lang === undefined ? [first, ...(pack.languages ?? []).filter((tag) => tag !== first)] : [first]
}

function pageIn(
  language: string,
  pack: Pack,
  { path: place, from }: From & { readonly path: string },
  context: Context
): string {
  const translated = inLanguage(pack, language)
  const words = isSameLanguage(language, inLanguage(pack, context.language).language)
    ? context.words
    : wordsIn(language)
  const exercises =
    from === undefined ? translated.exercises : [findPosition(from, translated, place, context).exercise]
  return packPage(translated, exercises, words, {
    others: packsOf({}, context, translated.language),
    find: (picture) => pictureIn(pack, picture),
    offers: settingSentences(translated, undefined, words)
  })
}
