import { measure } from '../../display/measure.ts'
import type { Context } from '../../context/context.ts'
import { width } from '../../display/width.ts'
import { visible } from '../../text/visible.ts'
import { wrapSentence } from '../../display/wrap.ts'
import type { Change } from '../../pack/installed/changes.ts'
import type { Pack } from '../../pack/model.ts'
import { own } from '../../util/records.ts'
import type { Words } from '../../words/index.ts'

/** What is shown about a pack before it is added, and by `pack info`. */
export interface About {
  readonly pack: Pack
  readonly source: string
  readonly sha256?: string
  readonly size?: number
  /** Further fields: names and values. */
  readonly more?: readonly (readonly [string, string | undefined])[]
}

/** Lines about a pack: title, version, authors, licence, source. Control characters are made visible. */
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
    [pack.languages === undefined ? about.language : about.languages, languagesOf(pack, about)],
    [
      about.exercises,
      size === undefined ? exercises(pack.exercises.length) : about.exercisesAndSize(pack.exercises.length, size)
    ],
    [about.class, pack.class?.name],
    [about.starts, pack.start && words.days.withWeekday(pack.start)],
    [about.source, source],
    [about.checksum, sha256],
    ...more
  ]
  const columns = measure(stdout.columns - 1)
  const summary = pack.summary === undefined ? [] : ['', ...wrapSentence(visible(pack.summary), columns)]
  return [visible(pack.title), ...summary, '', ...fieldLines(fields, columns)]
}

/** The languages of a pack, with how far an unfinished translation has got. */
function languagesOf({ languages, language, progress = {} }: Pack, { progressOf }: Words['packs']['about']): string {
  const all = (languages ?? [language]).map((tag) => {
    const of = own(progress, tag)
    return of === undefined ? tag : `${tag} (${progressOf(of.translated, of.texts, of.changed)})`
  })
  return all.join(', ')
}

/** The source of a pack as the user named it, with the exact one (a commit, another address) in parentheses if it differs. */
export function cameFrom({ source, exact }: { readonly source: string; readonly exact: string }): string {
  return exact.startsWith(source) ? exact : `${source} (${exact})`
}

/** Fields with their values in a second column. Fields without a value are left out. */
function fieldLines(fields: readonly (readonly [string, string | undefined])[], columns: number): string[] {
  const present = fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, visible(value)] as const]))
  const indent = Math.max(...present.map(([name]) => width(name))) + 2
  return present.flatMap(([name, value]) =>
    wrapSentence(value, Math.max(20, columns - indent)).map(
      (line, index) => (index === 0 ? name + ' '.repeat(indent - width(name)) : ' '.repeat(indent)) + line
    )
  )
}

/** A line for each change that learners notice in a new version, indented. */
export function changeLines(changes: readonly Change[], { stdout, words }: Context): string[] {
  const sentences = changes.length === 0 ? [words.packs.changes.none] : changes.map((change) => inWords(change, words))
  return sentences.flatMap((sentence) =>
    wrapSentence(visible(sentence), Math.max(20, measure(stdout.columns - 1) - 4)).map(
      (line, index) => `${index === 0 ? '  ' : '    '}${line}`
    )
  )
}

function inWords(change: Change, { packs: { changes } }: Context['words']): string {
  if (change.what === 'sections-changed') return changes[change.what]()
  if ('language' in change) return changes[change.what](change.language)
  if ('exerciseTitle' in change) return changes[change.what](change.exerciseTitle, change.title)
  if (change.what === 'exercise-renamed') return changes[change.what](change.title, change.to)
  if (change.what === 'exercise-retitled') return changes[change.what](change.before, change.title)
  return changes[change.what](change.title)
}
