import { attachedId, attachedIn } from '../questions/shared/attached.ts'
import type { Section } from '../entry/model.ts'
import { answerWithIds, check, identities, withIds } from '../questions/index.ts'
import type { Prompt } from '../questions/shared/model.ts'
import type { NewId } from '../questions/shared/question.ts'
import type { Pack } from './model.ts'

/** The names that a pack gives to what has another name now, and the names of what is gone. */
type Renames = Pick<Pack, 'renamed'>
type PartRenames = Pick<Pack, 'renamed' | 'retired'>

/** The new name of an exercise of an earlier version; the same name if it was not renamed. */
export function newExercise(id: string, { renamed }: Renames): string {
  return lastName(id, renamed)
}

/**
 * The new name of a prompt of an earlier version: `exercise/prompt`. An attached question is renamed with its prompt, unless it
 * has a new name of its own.
 */
export function newPrompt(exercise: string, prompt: string, pack: Renames): string {
  const before = `${exercise}/${prompt}`
  const after = lastName(before, pack.renamed)
  if (after !== before) return after
  const attached = attachedIn(prompt)
  if (attached !== undefined) return attachedId(newPrompt(exercise, attached.prompt, pack), attached.key)
  const place = newExercise(exercise, pack)
  return place === exercise ? before : newPrompt(place, prompt, pack)
}

/**
 * The new path of a part of a prompt (see `Identity`) of an earlier version; the same path if it was not renamed, undefined if it
 * was retired. An option of a column is renamed with its column. The part may be unknown in the present version.
 *
 * @param exercise and `prompt` may be their earlier names.
 */
export function newPart(exercise: string, prompt: string, path: string, pack: PartRenames): string | undefined {
  const place = newPrompt(exercise, prompt, pack)
  const before = `${place}.${path}`
  const after = lastName(before, pack.renamed)
  if (pack.retired.includes(after)) return undefined
  if (after !== before) return after.slice(place.length + 1)
  const [, column, option] = /^(columns\.[^.]+)\.(.+)$/s.exec(path) ?? []
  if (column === undefined || option === undefined) return path
  const inColumn = newPart(exercise, prompt, column, pack)
  if (inColumn === undefined) return undefined
  return inColumn === column ? path : newPart(exercise, prompt, `${inColumn}.${option}`, pack)
}

/**
 * A section of an entry with the present ids of the parts in its prompt and answer, to be read and compared. Parts that are gone keep
 * their ids, and so do parts whose new ids are taken: two parts never become one. The text in the file is the same.
 *
 * @param exercise the exercise of the entry, by the name that it had.
 */
export function withNewParts(section: Section, exercise: string, pack: PartRenames): Section {
  const { prompt, body } = section
  if (prompt === undefined || body.kind !== 'answered') return section
  const newId = newIds(exercise, prompt, pack)
  if (newId === undefined) return section
  const renamed = withIds(prompt, newId)
  const answer = answerWithIds(prompt, body.answer, newId)
  // A row that the learner added can have the new name of a given row.
  const isMixedUp = check(prompt, body.answer).ok && !check(renamed, answer).ok
  return isMixedUp ? section : { ...section, prompt: renamed, body: { ...body, answer } }
}

/** The present ids of the parts of a prompt of an earlier version; undefined if all are the same. */
export function newIds(exercise: string, prompt: Prompt, pack: PartRenames): NewId | undefined {
  const paths = identities(prompt).map(({ path }) => path)
  const taken = new Set(paths)
  const ids = new Map<string, string>()
  for (const path of paths) {
    const now = newPart(exercise, prompt.id, path, pack)
    if (now === undefined || taken.has(now)) continue
    taken.add(now)
    ids.set(path, idAt(now))
  }
  return ids.size === 0 ? undefined : (list, id) => ids.get(`${list}.${id}`) ?? id
}

/** The id of a part at a path. */
function idAt(path: string): string {
  return path.replace(/^(?:columns\.[^.]+\.(?=.)|[^.]+\.)/s, '')
}

/** The name of an exercise, followed by its earlier names. */
export function namesOf(id: string, pack: Renames): readonly string[] {
  return [
    id,
    ...Object.keys(pack.renamed).filter((before) => !before.includes('/') && newExercise(before, pack) === id)
  ]
}

/** The other exercises, by their earlier names, from which prompts moved into this one. */
export function movedFrom(id: string, pack: Renames): readonly string[] {
  const moved = Object.keys(pack.renamed).flatMap((before) =>
    before.includes('/') && lastName(before, pack.renamed).startsWith(`${id}/`) ? (before.split('/', 1)[0] ?? []) : []
  )
  return [...new Set(moved)].filter((other) => newExercise(other, pack) !== id)
}

/** The new name of a prompt that was in exercise `before`; undefined if it is not in this exercise now. */
export function nameIn(exercise: string, before: string, prompt: string, pack: Renames): string | undefined {
  const name = newPrompt(before, prompt, pack)
  return name.startsWith(`${exercise}/`) ? name.slice(exercise.length + 1) : undefined
}

/** Follows a chain of new names to its end. A cycle, which no valid pack has, ends after one round. */
export function lastName(name: string, renamed: Pack['renamed']): string {
  const seen = new Set<string>()
  let last = name
  while (Object.hasOwn(renamed, last) && !seen.has(last)) {
    seen.add(last)
    last = renamed[last] ?? last
  }
  return last
}
