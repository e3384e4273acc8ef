import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../../context/context.ts'
import { UsageError } from '../../../context/errors.ts'
import { wrapSentence } from '../../../display/wrap.ts'
import { jsonSchema } from '../../../pack/check/schema.ts'
import { isLanguage } from '../../../pack/format.ts'
import { MOST_BYTES, readDocument } from '../../../pack/import/formats/index.ts'
import type { Outline, Point } from '../../../pack/import/outline.ts'
import { Ids } from '../../../pack/import/write/ids.ts'
import { writePack, type Review, type WrittenPack } from '../../../pack/import/write/pack.ts'
import { parsePack } from '../../../pack/source/parse.ts'
import { MANIFEST } from '../../../pack/source/source.ts'
import { withFsErrors } from '../../../storage/fs-errors.ts'
import { shortened } from '../../../text/lines.ts'
import { pathFromHere, typedPath } from '../../../text/typed-path.ts'
import { visible } from '../../../text/visible.ts'
import { typedFor } from '../../shared/choosing.ts'
import { defineCommand, json, optional, textOption } from '../../shared/command.ts'
import { printJson } from '../../shared/output.ts'
import { print } from '../../shared/print.ts'
import { shellWord } from '../../../text/shell-word.ts'

/** Makes a pack of a document that another program wrote, and lists what its author should look at. */
export const packImportCommand = defineCommand({
  help: (words) => words.pack.importFile,
  args: { file: optional('file', (words) => words.pack.importFrom) },
  options: {
    output: textOption('dir', (words) => words.pack.importOutput),
    language: textOption('language', (words) => words.pack.importLanguage),
    json
  },
  async run(options, context) {
    const { words } = context
    const { output, language } = options
    if (language !== undefined && !isLanguage(language)) throw new UsageError(words.newPack.badLanguage(language))
    const typed =
      options.file ?? (await typedFor('file', { question: words.packImport.question }, { options, context }))
    const file = typedPath(typed, context)
    const bytes = bytesOf(file, context)
    const name = path.basename(file)
    const stem = path.parse(file).name
    const folder = typedPath(output ?? new Ids().of(stem, 'pack'), context)
    refuseFilled(folder, context)
    const outline = await readDocument({ name, bytes }, words.packImport.added, words)
    refuseTooMany(outline, name, context)
    const about = aboutOf(outline, { stem, folder, language }, context)
    const pack = checked(
      writePack(withLanguagePoint(outline, about.language, language), about, words.packImport),
      name,
      context
    )
    write(pack, folder)
    if (options.json === true) return printJson(asJson(pack, about, folder), context)
    await print((columns) => report(pack, about.title, folder, columns, context), options, context)
  }
})

/** The bytes of the document. @throws UsageError if there is no such file, or it is too large. */
function bytesOf(file: string, { words }: Context): Uint8Array {
  const stats = fs.statSync(file, { throwIfNoEntry: false })
  if (stats === undefined) throw new UsageError(words.packImport.notThere(visible(file)))
  if (stats.isDirectory()) throw new UsageError(words.packImport.isFolder(visible(file)))
  if (stats.size > MOST_BYTES) throw new UsageError(words.packImport.tooLarge(visible(file), MOST_BYTES / 1024 ** 2))
  return withFsErrors(file, () => fs.readFileSync(file))
}

function refuseFilled(folder: string, { words }: Context): void {
  const stats = fs.statSync(folder, { throwIfNoEntry: false })
  if (stats === undefined) return
  if (!stats.isDirectory() || fs.readdirSync(folder).length > 0)
    throw new UsageError(words.newPack.notEmpty(visible(folder)))
}

/** More questions than any questionnaire has; writing and checking them would take long. */
const MOST_QUESTIONS = 5000

function refuseTooMany({ sections }: Outline, name: string, { words }: Context): void {
  const count = sections.reduce((sum, { questions }) => sum + questions.length, 0)
  if (count > MOST_QUESTIONS) throw new UsageError(words.packImport.tooMuch(name, String(count)))
}

interface About {
  readonly id: string
  readonly title: string
  readonly language: string
}

/** The title of the document, or the name of its file; the id is that of the folder. */
function aboutOf(
  { title, language }: Outline,
  given: { readonly stem: string; readonly folder: string; readonly language: string | undefined },
  context: Context
): About {
  const shown = (title ?? given.stem.replaceAll(/[-_]+/g, ' ')).replaceAll(/\s+/g, ' ').trim()
  const known = language !== undefined && isLanguage(language) ? language : context.words.language
  return {
    id: new Ids().of(path.basename(given.folder), 'pack'),
    title: shown === '' ? given.stem : shown,
    language: given.language ?? known
  }
}

function withLanguagePoint(outline: Outline, language: string, given: string | undefined): Outline {
  const isKnown = given !== undefined || outline.language === language
  const point: Point = { code: 'language', detail: language }
  return isKnown ? outline : { ...outline, points: [...outline.points, point] }
}

/** The pack, if it passes the check: only what is too large for a pack does not. */
function checked(pack: WrittenPack, name: string, { words }: Context): WrittenPack {
  if (pack.exercises === 0) throw new UsageError(words.packImport.nothing(name))
  const files = [...pack.files].map(([file, text]) => ({ path: file, bytes: Buffer.from(text) }))
  const { diagnostics } = parsePack(files, MANIFEST, {}, words.diagnostics)
  const error = diagnostics.find(({ severity }) => severity === 'error')
  if (error !== undefined) throw new UsageError(words.packImport.tooMuch(name, error.message.replace(/\.$/, '')))
  return pack
}

function write(pack: WrittenPack, folder: string): void {
  const files = new Map([...pack.files, ['pack.schema.json', `${JSON.stringify(jsonSchema('file'), undefined, 2)}\n`]])
  withFsErrors(folder, () => {
    fs.mkdirSync(folder, { recursive: true })
    for (const [file, text] of files) fs.writeFileSync(path.join(folder, file), text, { flag: 'wx' })
  })
}

/** What `--json` prints. */
function asJson(
  { questions, exercises, reviews }: WrittenPack,
  { id, title, language }: About,
  folder: string
): object {
  return { folder, id, title, language, exercises, questions, review: reviews }
}

/** Characters of a question that a point quotes. */
const MOST_QUOTED = 60

function report(
  { questions, exercises, reviews }: WrittenPack,
  title: string,
  folder: string,
  columns: number,
  context: Context
): string[] {
  const { packImport } = context.words
  const here = pathFromHere(folder, context)
  const shown = here === '' || here.startsWith('..') ? folder : here
  return [
    ...wrapSentence(packImport.made(visible(title), shown, questions, exercises), columns),
    '',
    ...wrapSentence(packImport.toReview(reviews.length), columns),
    ...reviews.flatMap((review) => ['', ...inFull(review, shown, columns, context)]),
    '',
    ...packImport
      .next(shellWord(shown, context.platform))
      .split('\n')
      .flatMap((line) => wrapSentence(line, columns))
  ]
}

function inFull(
  { file, line, place, question = '', message }: Review,
  folder: string,
  columns: number,
  { words }: Context
): string[] {
  const where = place === undefined ? '' : words.packImport.place(place)
  const heading = words.packImport.pointPlace(
    path.join(folder, file),
    line,
    where,
    visible(shortened(question, MOST_QUOTED))
  )
  return [...wrapSentence(heading, columns), ...wrapSentence(visible(message), columns - 2).map((each) => `  ${each}`)]
}
