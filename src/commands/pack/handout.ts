import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ExitCode, UsageError } from '../../context/errors.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import { handoutDocument } from '../../export/docx/handout.ts'
import { handoutMarkdown, handoutOf, type Delivery, type Handout } from '../../export/handout.ts'
import { handoutPage } from '../../export/html/handout.ts'
import type { Pack } from '../../pack/model.ts'
import { inLanguage } from '../../pack/translation/choose.ts'
import { withFsErrors } from '../../storage/fs-errors.ts'
import { typedPath } from '../../text/typed-path.ts'
import { visible } from '../../text/visible.ts'
import { wordsIn, type Words } from '../../words/index.ts'
import { formatOf } from '../exchange/export.ts'
import { defineCommand, flag, textOption, withDefault, type GlobalOptions } from '../shared/command.ts'
import { refuseToOverwrite, say, withLanguage } from '../shared/output.ts'
import { settingSentences } from './installing.ts'
import { examinePack, sayReport } from './report.ts'

/** Writes the page that a tutor gives to learners, in each language of the pack. */
export const packHandoutCommand = defineCommand({
  help: (words) => words.pack.handout,
  args: { path: withDefault('path', '.', (words) => words.pack.path) },
  options: {
    program: textOption('program', (words) => words.pack.program),
    from: textOption('address', (words) => words.pack.handoutFrom),
    output: textOption('file', (words) => words.pack.handoutOutput),
    force: flag((words) => words.pack.htmlForce)
  },
  run(options, context) {
    const found = examinePack(typedPath(options.path, context), context)
    sayReport(found, context)
    if (found.pack === undefined) return ExitCode.usage
    write(found.pack, options, context)
    return undefined
  }
})

interface Handing extends GlobalOptions {
  readonly program?: string
  readonly from?: string
  readonly output?: string
  readonly force?: boolean
}

/**
 * Writes a page for each language of the pack, or only for the one of `--lang`. All files are looked at before the first is written.
 *
 * @throws UsageError if a file exists and must not be replaced, or an address cannot be typed safely; ReflectError if one cannot be written.
 */
function write(pack: Pack, options: Handing, context: Context): void {
  const output = options.output ?? `${pack.id}-handout.html`
  const delivery = deliveryOf(pack, options, context.words)
  const languages = options.lang === undefined ? (pack.languages ?? [pack.language]) : [options.lang]
  const pages = languages.map((language, index) => {
    const words = wordsIn(language)
    const translated = inLanguage(pack, language)
    const about = { settings: settingSentences(translated, undefined, words), today: dayOf(isoTime(context.now())) }
    const page = handoutOf(translated, delivery, about, words)
    return {
      file: typedPath(index === 0 ? output : withLanguage(output, language), context),
      content: render(page, output, words, context)
    }
  })
  for (const { file } of pages) refuseToOverwrite(file, options, context)
  for (const { file, content } of pages) {
    withFsErrors(file, () => fs.writeFileSync(file, content, { flag: options.force === true ? 'w' : 'wx' }))
    say(context.words.handout.written(visible(file)), options, context)
  }
}

function render(page: Handout, output: string, words: Words, context: Context): string | Uint8Array {
  const format = formatOf(output, context)
  if (format === 'md') return handoutMarkdown(page)
  if (format === 'html') return handoutPage(page, words)
  if (format === 'docx') return Buffer.concat([...handoutDocument(page, words)])
  throw new UsageError(context.words.handout.notAPage)
}

/** Where learners get things: addresses as they are, files by their names. Without an address, the pack is the file of `pack build`. */
function deliveryOf(pack: Pack, { program, from }: Handing, words: Words): Delivery {
  const source = from ?? `${pack.id}-${pack.version}.tgz`
  const isAddress = ADDRESS.test(source)
  const name = isAddress ? source : path.basename(source)
  if (UNSAFE.test(name)) throw new UsageError(words.handout.unsafe(visible(name)))
  return {
    program: program === undefined ? undefined : programIn(program),
    file: isAddress ? undefined : name,
    add: `pack add ${PLAIN.test(name) ? name : `"${name}"`}`
  }
}

/** The address of the program as a link, or the name of its file. */
function programIn(program: string): string {
  const isAddress = /^https?:/i.test(program) && URL.canParse(program)
  return isAddress ? `<${new URL(program).href}>` : `\`${path.basename(program).replaceAll('`', '')}\``
}

/** A source that is no file. */
const ADDRESS = /^(?:https?|npm|github|git\+[a-z]+):/i
/** What one of cmd, PowerShell and sh reads in double quotes as something else. */
const UNSAFE = /["$`!\\]|\p{Cc}|%\w+%/u
/** What needs no quotes in any of them. */
const PLAIN = /^[\w./:@+-]+$/
