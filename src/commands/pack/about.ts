import type { Context } from '../../context/context.ts'
import type { Pack } from '../../pack/model.ts'
import { visible, width } from '../../display/width.ts'
import { wrap } from '../../display/wrap.ts'

/** What is shown of a pack before it is taken, and by `pack info`. */
export interface About {
  readonly pack: Pack
  readonly source: string
  readonly sha256?: string
  readonly size?: number
  /** Further names and values. */
  readonly more?: readonly (readonly [string, string | undefined])[]
}

/** A pack's title, and who wrote what under which licence, from where. Plain text from outside is made safe to show. */
export function aboutLines({ pack, source, sha256, size, more = [] }: About, { stdout, words }: Context): string[] {
  const { about } = words.packs
  const { exercises } = words.commands.pack
  const basedOn =
    pack.source === undefined ? undefined : [pack.source.title, pack.source.url].filter(Boolean).join(', ')
  const fields: readonly (readonly [string, string | undefined])[] = [
    [about.version, `${pack.id} ${pack.version}`],
    [about.authors, pack.authors.length === 0 ? about.nobody : pack.authors.join(', ')],
    [about.license, pack.license ?? about.noLicense],
    [about.basedOn, basedOn],
    [pack.languages === undefined ? about.language : about.languages, (pack.languages ?? [pack.language]).join(', ')],
    [
      about.exercises,
      size === undefined ? exercises(pack.exercises.length) : about.exercisesAndSize(pack.exercises.length, size)
    ],
    [about.source, source],
    [about.checksum, sha256],
    ...more
  ]
  const columns = Math.min(stdout.columns, 100)
  const summary = pack.summary === undefined ? [] : ['', ...wrap(visible(pack.summary), columns)]
  return [visible(pack.title), ...summary, '', ...fieldLines(fields, columns)]
}

/** Where a pack comes from, as it was asked for, and what was found there if that does not say it: a commit, another address. */
export function cameFrom({ source, exact }: { readonly source: string; readonly exact: string }): string {
  return exact.startsWith(source) ? exact : `${source} (${exact})`
}

/** Fields with their values in a second column, those without a value left out. */
function fieldLines(fields: readonly (readonly [string, string | undefined])[], columns: number): string[] {
  const present = fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, visible(value)] as const]))
  const indent = Math.max(...present.map(([name]) => width(name))) + 2
  return present.flatMap(([name, value]) =>
    wrap(value, Math.max(20, columns - indent)).map(
      (line, index) => (index === 0 ? name + ' '.repeat(indent - width(name)) : ' '.repeat(indent)) + line
    )
  )
}
