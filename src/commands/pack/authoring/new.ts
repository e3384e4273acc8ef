import { measure } from '../../../display/measure.ts'
import { present } from '../../../util/records.ts'
import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../../context/context.ts'
import { ExitCode, LeftError, UsageError } from '../../../context/errors.ts'
import { withFsErrors } from '../../../storage/fs-errors.ts'
import { isDevice, isLanguage } from '../../../pack/format.ts'
import { jsonSchema } from '../../../pack/check/schema.ts'
import type { NewPack } from '../../../words/en/pack-authoring.ts'
import { typedFor } from '../../shared/choosing.ts'
import { withRenderer } from '../../shared/options.ts'
import { wrapSentence } from '../../../display/wrap.ts'
import { print } from '../../shared/print.ts'
import { defineCommand, optional, textOption, type GlobalOptions } from '../../shared/command.ts'
import { pathFromHere, typedPath } from '../../../text/typed-path.ts'
import { fold } from '../../../text/folding.ts'
import { shellWord } from '../../../text/shell-word.ts'

/** Writes a pack with two exercises that passes `pack check`, for a tutor to change. */
export const packNewCommand = defineCommand({
  help: (words) => words.pack.new,
  args: { dir: optional('dir', (words) => words.pack.newDir) },
  options: {
    title: textOption('title', (words) => words.pack.title),
    language: textOption('language', (words) => words.pack.language),
    author: textOption('name', (words) => words.pack.author)
  },
  async run(options, context) {
    const words = context.words.newPack
    const question = { question: context.words.menus.packs.newFolder }
    const folder = typedPath(options.dir ?? (await typedFor('dir', question, { options, context })), context)
    if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0) throw new UsageError(words.notEmpty(folder))
    const name = path.basename(folder)
    const id = idFrom(name)
    if (id === undefined) throw new UsageError(words.badName(name))
    const { title, language, author } = options
    if (language !== undefined && !isLanguage(language)) throw new UsageError(words.badLanguage(language))
    const about = await answered(id, present({ title, language, author }), options, context)
    const schema = jsonSchema('file')
    const files = {
      'pack.yaml': words.manifest(about),
      'first-steps.yaml': words.exercise,
      'week-by-week.yaml': words.again,
      'README.md': words.readme(about),
      'pack.schema.json': `${JSON.stringify(schema, undefined, 2)}\n`
    }
    withFsErrors(folder, () => {
      fs.mkdirSync(folder, { recursive: true })
      for (const [file, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, file), text, { flag: 'wx' })
    })
    const shown = nameOf(folder, context)
    const lines = words.made(shown, about.title, shellWord(shown, context.platform)).split('\n')
    await print((columns) => lines.flatMap((line) => wrapSentence(line, measure(columns))), options, context)
  }
})

const questions = ['title', 'language', 'author'] as const

type Given = Partial<Record<(typeof questions)[number], string>>

/** A folder as the user would type it: relative if it is below the current one, otherwise absolute. */
function nameOf(folder: string, context: Context): string {
  const name = pathFromHere(folder, context) || '.'
  return name.startsWith('..') ? folder : name
}

/** Asks for what the flags leave open, if there is someone to ask. */
async function answered(id: string, flags: Given, options: GlobalOptions, context: Context): Promise<NewPack> {
  const isAsked = flags.title === undefined && context.stdin.isTTY === true && context.stdout.isTTY
  const usual = { title: titleFrom(id), language: context.words.language }
  const { title, language, author } = {
    ...usual,
    ...(isAsked ? await asked({ ...usual, ...flags }, flags, options, context) : flags)
  }
  return { id, title: title.replaceAll(/\p{Cc}+/gu, ' '), language, author }
}

/** Asks what the flags leave open, one question after the other. @throws LeftError if the tutor leaves. */
function asked(given: Given, flags: Given, options: GlobalOptions, context: Context): Promise<Given> {
  const words = context.words.newPack
  const open = questions.filter((key) => flags[key] === undefined)
  return withRenderer(options, context, async (renderer) => {
    for (let index = 0; index < open.length;) {
      const key = open[index] ?? 'title'
      const picked = await renderer.askLine({
        question: words.question[key],
        progress: { question: index + 1, of: open.length },
        ...present({ preset: given[key] }),
        fault: (line) => (key === 'language' && !isLanguage(line) ? words.badLanguage(line) : undefined)
      })
      if (picked.kind === 'leave') throw new LeftError(words.left, ExitCode.interrupted)
      if (picked.kind === 'back') index = Math.max(0, index - 1)
      if (picked.kind !== 'chosen') continue
      if (picked.value !== '') given[key] = picked.value
      index += 1
    }
    return given
  })
}

/** A pack's id from the letters and digits of a folder's name; undefined if that gives no valid id. */
function idFrom(name: string): string | undefined {
  const id = fold(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 64)
  return id === '' || isDevice(id) ? undefined : id
}

function titleFrom(id: string): string {
  const title = id.replaceAll('-', ' ')
  return title.charAt(0).toUpperCase() + title.slice(1)
}
