import { installedPacks } from '../../pack/installed/list.ts'
import type { Pack } from '../../pack/model.ts'
import { rows } from '../../display/rows.ts'
import { visible } from '../../text/visible.ts'
import { packsOf, themeOf } from '../shared/options.ts'
import { printJson } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { defineCommand, json } from '../shared/command.ts'

/** Lists the bundled and the added packs. */
export const packListCommand = defineCommand({
  help: (words) => words.pack.list,
  options: { json },
  run(options, context) {
    const packs = packsOf({}, context)
    const { packs: installed } = installedPacks(context)
    const sourceOf = (pack: Pack) => installed.find((each) => each.pack.id === pack.id)?.source
    if (options.json === true)
      return printJson(
        packs.map((pack) => forScripts(pack, sourceOf(pack))),
        context
      )
    const { added, exercises } = context.words.commands.pack
    const items = packs.map((pack) => ({
      name: pack.id,
      text: visible(pack.title),
      note: [
        pack.version,
        exercises(pack.exercises.length),
        ...(pack.languages ?? []),
        ...(sourceOf(pack) === undefined ? [] : [added])
      ].join(', ')
    }))
    const theme = themeOf(options, context)
    return print((columns) => rows(items, columns, theme), options, context)
  }
})

function forScripts(pack: Pack, source: string | undefined) {
  const { id, version, title, language, languages = [language], authors, license, exercises } = pack
  return {
    id,
    version,
    title,
    language,
    languages,
    authors,
    license: license ?? null,
    exercises: exercises.length,
    from: source ?? 'bundled'
  }
}
