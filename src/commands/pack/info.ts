import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context.ts'
import { ExitCode } from '../../errors.ts'
import { listAll } from '../../journal/list.ts'
import { places } from '../../pack/bundled.ts'
import { installedPacks, packsFolder } from '../../pack/installed/home.ts'
import type { Installed } from '../../pack/installed/home.ts'
import type { Pack } from '../../pack/model.ts'
import { visible } from '../../terminal/width.ts'
import { journalOf, packsOf } from '../options.ts'
import type { GlobalOptions } from '../options.ts'
import { print, printJson } from '../output.ts'
import { aboutLines } from './about.ts'

export interface PackInfoOptions extends GlobalOptions {
  readonly id: string
  readonly json?: boolean
}

/** Shows what a pack is, where it comes from, and what its README says. */
export async function run(options: PackInfoOptions, context: Context): Promise<ExitCode> {
  const { words } = context
  const [pack] = await packsOf({ only: options.id }, context)
  if (pack === undefined) return ExitCode.usage
  const installed = (await installedPacks(context)).packs.find((each) => each.pack.id === pack.id)
  const { entries } = await listAll(journalOf(options, context), { pack: pack.id })
  if (options.json === true) {
    printJson(forScripts(pack, installed, entries.length), context)
    return ExitCode.done
  }
  const { about } = words.packs
  const more = [
    [about.added, installed?.added.slice(0, 10)],
    [about.before, installed?.previous?.pack.version],
    [about.entries, String(entries.length)]
  ] as const
  const exercises = pack.exercises.map(({ title }) => `  ${visible(title)}`)
  const source = installed === undefined ? about.bundled : installed.exact
  const sha256 = installed === undefined ? {} : { sha256: installed.sha256 }
  const readme = readmeOf(pack, installed, context)
  await print(
    [
      ...aboutLines({ pack, source, ...sha256, more }, context),
      '',
      ...exercises,
      ...(readme === undefined ? [] : ['', ...readme.split('\n')])
    ],
    context
  )
  return ExitCode.done
}

function readmeOf(pack: Pack, installed: Installed | undefined, context: Context): string | undefined {
  const folder =
    installed === undefined
      ? path.join(places.written(context.installDir), pack.id)
      : path.join(packsFolder(context), installed.folder)
  if (!fs.existsSync(folder)) return undefined
  const name = fs.readdirSync(folder).find((file) => /^readme(?:\.(?:md|txt))?$/i.test(file))
  return name === undefined
    ? undefined
    : visible(fs.readFileSync(path.join(folder, name), 'utf8').trimEnd(), { newlines: true })
}

function forScripts(pack: Pack, installed: Installed | undefined, entries: number): object {
  const { id, version, title, summary, language, languages = [language], authors, license, source } = pack
  return {
    id,
    version,
    title,
    summary: summary ?? null,
    language,
    languages,
    authors,
    license: license ?? null,
    basedOn: source ?? null,
    exercises: pack.exercises.map((exercise) => exercise.id),
    from: installed?.source ?? 'bundled',
    exact: installed?.exact ?? null,
    sha256: installed?.sha256 ?? null,
    added: installed?.added ?? null,
    before: installed?.previous?.pack.version ?? null,
    entries
  }
}
