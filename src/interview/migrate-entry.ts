import { withHead } from '../entry/front-matter.ts'
import { escapeHeading } from '../entry/section.ts'
import type { Entry, Section } from '../entry/model.ts'
import type { Exercise, Pack } from '../pack/model.ts'
import { movedFrom, nameIn, namesOf } from '../pack/renames.ts'

/** An entry of an earlier version of its pack, adapted to this version. */
interface MigratedEntry {
  readonly entry: Entry
  /** Titles of answers that are kept although this version does not ask for them, or asks for another type. */
  readonly retired: readonly string[]
}

/**
 * Adapts a draft to the installed version of its pack, so that two versions never mix in one entry. Answers follow `renamed`; an
 * answer that does not fit its question any more keeps its text under an id of its own.
 */
export function migrateEntry(entry: Entry, pack: Pack, exercise: Exercise): MigratedEntry {
  const { head } = entry
  const types = new Map(exercise.prompts.map(({ id, type }) => [id, type]))
  const nameOf = (id: string) => nameIn(exercise.id, head.exercise, id, pack) ?? id
  const taken = new Set([...types.keys(), ...entry.sections.map(({ id }) => nameOf(id))])
  const retired: string[] = []
  const sections = entry.sections.flatMap((section) => {
    const name = nameOf(section.id)
    const type = types.get(name)
    if (type === section.type) return [renamed(section, name)]
    if (section.prompt === undefined) return [section]
    if (section.body.kind === 'skipped' || section.body.kind === 'none') return type === undefined ? [section] : []
    retired.push(section.title)
    return [type === undefined ? section : renamed(section, freeName(`${name}-before`, taken))]
  })
  const { at: before, begun, ...others } = head
  const at = before === undefined ? {} : { at: nameOf(before) }
  const unfinished = begun === undefined ? {} : { begun: begun.map(nameOf) }
  const now = { packVersion: pack.version, exercise: exercise.id, title: exercise.title }
  const carried = withHead(withTitle(entry, exercise.title), { ...others, ...at, ...unfinished, ...now })
  return { entry: { ...carried, sections }, retired }
}

/** Replaces the title above the answers, unless it was changed by hand. */
function withTitle(entry: Entry, title: string): Entry {
  if (entry.raw === undefined) return entry
  const [before, after] = [entry.head.title, title].map((text) => `# ${escapeHeading(text)}`)
  const lines = entry.raw.preamble
    .split('\n')
    .map((line) => (line.trimEnd() === before ? line.replace(before, () => after ?? '') : line))
  return { ...entry, raw: { ...entry.raw, preamble: lines.join('\n') } }
}

/**
 * The answers of an exercise that other exercises may recall: those of its latest finished entry, under any of its former names,
 * and those of prompts that have moved into it since.
 */
export function earlierAnswers(
  id: string,
  pack: Pack,
  latest: (exercises: readonly string[]) => Entry | undefined
): Entry | undefined {
  const own = latest(namesOf(id, pack))
  const entries = [own, ...movedFrom(id, pack).map((other) => latest([other]))].flatMap((entry) => entry ?? [])
  const sections = entries.flatMap((entry) =>
    entry.sections.flatMap((section) => {
      const name = nameIn(id, entry.head.exercise, section.id, pack)
      return name === undefined ? [] : [renamed(section, name)]
    })
  )
  const [first] = entries
  return first === undefined ? undefined : { head: first.head, sections }
}

function renamed(section: Section, id: string): Section {
  if (section.id === id) return section
  const { raw: _, prompt, ...others } = section
  return { ...others, id, ...(prompt === undefined ? {} : { prompt: { ...prompt, id } }) }
}

function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name}-${number}`
  taken.add(free)
  return free
}
