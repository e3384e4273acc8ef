import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, UsageError } from '../../context/errors.ts'
import { listEntries } from '../../journal/list.ts'
import type { Candidate } from '../../pack/installed/candidate.ts'
import { addedAs, type Place } from '../../pack/installed/identity.ts'
import { installedPacks, type Installed } from '../../pack/installed/list.ts'
import { ID } from '../../questions/shared/keys.ts'
import { inLanguage } from '../../pack/translation/choose.ts'
import { present } from '../../util/records.ts'
import { canAsk, chosen } from '../shared/choosing.ts'
import { journalOf, packsOf, withRenderer } from '../shared/options.ts'
import type { AskingOptions } from './installing.ts'

/** What the user said about another pack of the same id. */
export interface PlacingOptions extends AskingOptions {
  /** The id under which the new pack is kept. */
  readonly as?: string
  /** The other pack is removed. */
  readonly replace?: boolean
}

/** A pack as it will be installed. */
export interface Placed {
  readonly candidate: Candidate
  /** The installed version of the same pack. */
  readonly here?: Installed
  /** The id of another pack, which is removed. */
  readonly instead?: string
  /** The learner has chosen between two packs, and so has agreed. */
  readonly isAgreed?: true
}

/**
 * Decides under which id a pack is installed. Asks if another pack has its id, unless the options say what to do.
 *
 * @throws UsageError if nobody can be asked, or the id is not free. LeftError if the user leaves.
 */
export async function placed(
  candidate: Candidate,
  place: Place,
  options: PlacingOptions,
  context: Context
): Promise<Placed> {
  const { words, language } = context
  const local = (id: string) => ({ ...candidate, pack: addedAs(candidate.pack, id, candidate.source) })
  if (place.kind === 'known') {
    const here = installedPacks(context).packs.find(({ pack }) => pack.id === place.id)
    return { candidate: { ...local(place.id), ...present({ hides: here?.hides }) }, ...present({ here }) }
  }
  if (options.as !== undefined) return { candidate: local(freeName(options.as, options, context)) }
  if (place.kind === 'free') return { candidate: local(place.id) }
  const by = inLanguage(place.by, language)
  const choice = options.replace === true ? 'replace' : await choose(candidate, place, options, context)
  if (choice === 'leave') throw new LeftError(words.packs.add.declined, ExitCode.done)
  const isAgreed = options.replace === true ? {} : { isAgreed: true as const }
  if (choice === 'keep') return { candidate: local(place.id), ...isAgreed }
  const isAdded = installedPacks(context).packs.some(({ pack }) => pack.id === by.id)
  // Entries of the other pack keep its id, so that they never count in this one.
  const fresh = local(place.isUsed ? place.id : by.id)
  return isAdded
    ? { candidate: fresh, instead: by.id, ...isAgreed }
    : { candidate: place.isUsed ? { ...fresh, hides: by.id } : fresh, ...isAgreed }
}

type Choice = 'keep' | 'replace' | 'leave'

/** Asks what to do about another pack of the same id. @throws UsageError that names the options if nobody can be asked. */
async function choose(
  { pack }: Candidate,
  { by, id }: Extract<Place, { kind: 'taken' }>,
  options: PlacingOptions,
  context: Context
): Promise<Choice> {
  const { twins, about } = context.words.packs
  const other = inLanguage(by, context.language)
  const authors = other.authors.length === 0 ? about.nobody : other.authors.join(', ')
  const explained = twins.explained(pack.id, other.title, authors)
  if (options.yes === true || !canAsk(context)) throw new UsageError(`${explained} ${twins.options(id)}`)
  const items: readonly { value: Choice; label: string }[] = [
    { value: 'keep', label: twins.keep(id) },
    { value: 'replace', label: twins.replace(other.title) },
    { value: 'leave', label: twins.leave }
  ]
  return withRenderer(options, context, async (renderer) => chosen(await renderer.choose(explained, items)))
}

/** An id that the user typed. @throws UsageError if it is no id, or a pack or entries have it. */
function freeName(id: string, options: AskingOptions, context: Context): string {
  const { twins } = context.words.packs
  if (!ID.test(id)) throw new UsageError(twins.badId(id))
  const isTaken =
    packsOf({}, context).some((pack) => pack.id === id) ||
    listEntries(journalOf(options, context), { pack: id }).entries.length > 0
  if (isTaken) throw new UsageError(twins.idTaken(id))
  return id
}
