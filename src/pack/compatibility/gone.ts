import { attachedIn } from '../../questions/shared/attached.ts'
import { identities, takenFrom } from '../../questions/index.ts'
import type { Identity, Prompt } from '../../questions/shared/model.ts'
import { groupBy } from '../../util/group-by.ts'
import type { Exercise, Pack } from '../model.ts'
import { newExercise, newPart, newPrompt } from '../renames.ts'
import { suggestedLines, successors } from './suggested-lines.ts'
import { keyOf, outlineAt, ownerOf, partName, placeOf, promptAt, spanOf, type Versions } from './versions.ts'

/** New names: those of the manifest, then those that things have probably been given. */
interface Renames {
  readonly renamed: Record<string, string>
  readonly retired: Pack['retired']
}

/**
 * Reports the exercises, prompts and parts that are gone, unless the manifest renames or retires them. Returns the new names of the
 * manifest with those that it suggests, so that further checks report nothing that these would cure.
 */
export function reportGone(versions: Versions): Renames {
  const { before, pack } = versions
  const renames = { renamed: { ...pack.renamed }, retired: pack.retired }
  reportExercises(versions, renames)
  for (const exercise of before.exercises) reportPrompts(exercise, versions, renames)
  for (const exercise of before.exercises)
    for (const prompt of exercise.prompts) reportParts(exercise, prompt, versions, renames)
  return renames
}

/** Something with an id: its name in a manifest, and its title, question or label. */
interface Named {
  readonly id: string
  readonly label: string
  readonly name: string
}

function reportExercises({ before, pack, outline }: Versions, renames: Renames): void {
  const named = ({ id, title }: Exercise): Named => ({ id, label: title, name: id })
  const present = new Set(pack.exercises.map(({ id }) => id))
  const former = new Set(before.exercises.map(({ id }) => newExercise(id, renames)))
  const gone = before.exercises.filter(({ id }) => {
    const now = newExercise(id, renames)
    return !present.has(now) && !isRetired([id, now], renames)
  })
  const added = pack.exercises.filter(({ id }) => !former.has(id))
  const { node, report } = outline.manifest
  for (const [{ name }, next] of successors(gone.map(named), added.map(named))) {
    report('went-away', keyOf(node, 'exercises'), { name, ...suggestedLines(name, next?.name) })
    if (next !== undefined) renames.renamed[name] = next.name
  }
}

/** Prompts that are gone with their exercise are not named, nor attached questions that are gone with their prompt. */
function reportPrompts(exercise: Exercise, { pack, outline }: Versions, renames: Renames): void {
  const place = newExercise(exercise.id, renames)
  const here = outline.exercises.find(({ id }) => id === place)
  const now = pack.exercises.find(({ id }) => id === place)
  if (here?.part === undefined || now === undefined) return
  const { node, report } = here.part
  const former = new Set(exercise.prompts.map(({ id }) => newPrompt(exercise.id, id, renames)))
  const added = groupBy(
    now.prompts.filter(({ id }) => !former.has(`${place}/${id}`)),
    kindOf
  )
  const gone = exercise.prompts.filter(({ id }) => promptAt(newPrompt(exercise.id, id, renames), pack) === undefined)
  const lost = gone.filter(({ id }) => !isPromptRetired(exercise.id, id, renames) && !isWith(id, gone))
  for (const [kind, prompts] of groupBy(lost, kindOf)) {
    const found = successors(prompts.map(namedIn(exercise.id)), (added.get(kind) ?? []).map(namedIn(place)))
    for (const [{ name }, next] of found) {
      report('went-away', keyOf(node, 'prompts'), { name, ...suggestedLines(name, next?.name) })
      if (next !== undefined) renames.renamed[name] = next.name
    }
  }
}

const namedIn =
  (place: string) =>
  ({ id, ask }: Prompt): Named => ({ id, label: ask, name: `${place}/${id}` })

/** What a prompt must have in common with one that takes its place. */
function kindOf({ id, type }: Prompt): string {
  return attachedIn(id)?.key ?? type
}

/** Whether an attached question is gone with its prompt. */
function isWith(id: string, gone: readonly Prompt[]): boolean {
  return gone.some((other) => attachedIn(id)?.prompt === other.id)
}

/** Whether a prompt is retired, under any of its names. An attached question is retired with its prompt. */
export function isPromptRetired(exercise: string, id: string, renames: Renames): boolean {
  return isRetired(
    [attachedIn(id)?.prompt ?? id, id].flatMap((each) => [`${exercise}/${each}`, newPrompt(exercise, each, renames)]),
    renames
  )
}

function isRetired(names: readonly string[], { retired }: Renames): boolean {
  return names.some((name) => retired.includes(name))
}

/** The parts of a prompt of the same type, but none of a list that is taken from elsewhere now. Columns come before their options. */
function reportParts(exercise: Exercise, prompt: Prompt, { pack, outline }: Versions, renames: Renames): void {
  const name = newPrompt(exercise.id, prompt.id, renames)
  const now = promptAt(name, pack)
  if (now === undefined || now.type !== prompt.type) return
  const place = outlineAt(name, outline)
  const pathNow = (path: string) => newPart(exercise.id, prompt.id, path, renames)
  for (const [owner, parts] of groupBy(identities(prompt), ({ path }) => ownerOf(path))) {
    const list = listNow(owner, prompt, now, pathNow)
    if (list === undefined || place === undefined || list === takenFrom(now)?.list) continue
    const former = parts.flatMap((part) => {
      const path = pathNow(part.path)
      return path === undefined ? [] : [{ ...part, path }]
    })
    for (const [part, next] of successorsIn(list, former, now)) {
      const [partIs, nextIs] = [partName(name, part.path, now), next && partName(name, next.path, now)]
      place.report('part-went-away', spanOf(place.node, placeOf(part.path)), {
        name: partIs,
        ...suggestedLines(partIs, nextIs)
      })
      if (next !== undefined) renames.renamed[`${name}.${part.path}`] = `${name}.${next.path}`
    }
  }
}

/** The parts of a list that are gone, each with what has probably taken its place. */
function successorsIn(list: string, former: readonly Identity[], now: Prompt) {
  const withId = (part: Identity) => ({ ...part, id: part.path.slice(list.length + 1) })
  const present = identities(now).filter(({ path }) => ownerOf(path) === list)
  const [were, are] = [former, present].map((parts) => new Set(parts.map(({ path }) => path)))
  const gone = former.filter(({ path }) => are?.has(path) !== true)
  const added = present.filter(({ path }) => were?.has(path) !== true)
  return successors(gone.map(withId), added.map(withId))
}

/** The present list of parts; undefined if it is that of a column that is gone, or holds something else now. */
function listNow(
  owner: string,
  before: Prompt,
  now: Prompt,
  pathNow: (path: string) => string | undefined
): string | undefined {
  if (!owner.includes('.')) return owner
  const list = pathNow(owner)
  const typeOf = (prompt: Prompt, path: string | undefined) =>
    identities(prompt).find((part) => part.path === path)?.type
  return typeOf(before, owner) === typeOf(now, list) ? list : undefined
}
