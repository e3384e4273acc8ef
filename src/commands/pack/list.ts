import type { Context } from '../../context.ts'
import { ExitCode } from '../../errors.ts'
import { rows } from '../../terminal/rows.ts'
import { visible } from '../../terminal/width.ts'
import { packsOf, themeOf } from '../options.ts'
import type { GlobalOptions } from '../options.ts'
import { print, printJson } from '../output.ts'

export interface PackListOptions extends GlobalOptions {
  readonly json?: boolean
}

/** Lists the packs that are here. */
export async function run(options: PackListOptions, context: Context): Promise<ExitCode> {
  const packs = await packsOf({}, context)
  if (options.json === true) {
    const items = packs.map(({ id, version, title, language, authors, license, exercises }) => ({
      id,
      version,
      title,
      language,
      authors,
      license: license ?? null,
      exercises: exercises.length,
      from: 'bundled'
    }))
    printJson(items, context)
    return ExitCode.done
  }
  const { exercises } = context.words.commands.pack
  const items = packs.map((pack) => ({
    name: pack.id,
    text: visible(pack.title),
    note: `${pack.version}, ${exercises(pack.exercises.length)}`
  }))
  await print(rows(items, context.stdout.columns, themeOf(options, context)), context)
  return ExitCode.done
}
