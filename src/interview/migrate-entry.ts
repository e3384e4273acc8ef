import { attachedId, attachedIn } from '../questions/shared/attached.ts'
import { isDeepStrictEqual } from 'node:util'
import { isBuiltIn } from '../entry/built-in.ts'
import { withHead } from '../entry/front-matter.ts'
import type { Entry, Section } from '../entry/model.ts'
import { formOf, isRetired, retire, wasHidden, withAnswer, type Reason } from '../entry/retired.ts'
import { escapeHeading } from '../entry/section-heading.ts'
import type { Exercise, Pack } from '../pack/model.ts'
import { presentPrompts, privateIds } from '../pack/privacy.ts'
import { movedFrom, nameIn, namesOf, newPart, withNewParts } from '../pack/renames.ts'
import { carry, check, questionOf, references } from '../questions/index.ts'
import type { NewPart } from '../questions/shared/carrying.ts'
import type { Answer, Prompt } from '../questions/shared/model.ts'
import { present } from '../util/records.ts'
import { viewWith, type InterviewContext } from './view.ts'

/** An entry of an earlier version of its pack, adapted to this version. */
interface MigratedEntry {
  readonly entry: Entry
  /** Titles of the questions whose answers were retired now. */
  readonly retired: readonly string[]
}

/**
 * Adapts a draft to its exercise as it is now, so that two versions never mix in one entry. Answers and their parts follow
 * `renamed`. What does not fit the question any more, or is not asked any more after the same answers, is retired: it stays in the
 * entry with the question as it was asked. Answers that the learner's own answers had hidden before stay as they are.
 *
 * @param partsBecause the reason for parts that do not fit.
 */
export function migrateEntry(
  entry: Entry,
  pack: Pick<Pack, 'version' | 'renamed' | 'retired'>,
  scene: InterviewContext,
  partsBecause: Reason = 'parts'
): MigratedEntry {
  const { exercise } = scene
  const migration = new Migration(entry, pack, scene, partsBecause)
  const { sections, unfinished, retired } = migration.run()
  const { at: before, begun: _, ...others } = entry.head
  const at = present({ at: before === undefined ? undefined : migration.nameOf(before) })
  const begun = unfinished.length === 0 ? {} : { begun: unfinished }
  const now = { packVersion: pack.version, exercise: exercise.id, title: exercise.title }
  const carried = withHead(withTitle(entry, exercise.title), { ...others, ...at, ...begun, ...now })
  const isSame = entry.head.packVersion === pack.version
  return { entry: { ...carried, sections: isSame ? sections : sections.map(asPrivateAs(exercise)) }, retired }
}

/**
 * Makes the answer of a prompt private that this version makes private: nobody chose that it should be public. In the same version, a
 * public answer is the learner's choice.
 */
function asPrivateAs({ prompts }: Exercise): (section: Section) => Section {
  const ids = new Set(prompts.filter((prompt) => prompt.private === true).map(({ id }) => id))
  return (section) => {
    if (section.private || !ids.has(section.id)) return section
    const { raw: _, marked: __, ...others } = section
    return { ...others, private: true }
  }
}

/** What becomes of one section. */
interface Outcome {
  /** The section that still answers its prompt. */
  readonly live?: Section
  /** The section that is retired, and why. */
  readonly retired?: { readonly section: Section; readonly because: Reason }
  /** The live answer is to be finished: it counts as not given. */
  readonly isBegun?: boolean
}

class Migration {
  readonly #entry: Entry
  readonly #pack: Pick<Pack, 'version' | 'renamed' | 'retired'>
  readonly #partsBecause: Reason
  readonly #scene: InterviewContext
  readonly #begun: ReadonlySet<string>

  constructor(
    entry: Entry,
    pack: Pick<Pack, 'version' | 'renamed' | 'retired'>,
    scene: InterviewContext,
    partsBecause: Reason
  ) {
    this.#partsBecause = partsBecause
    this.#entry = entry
    this.#pack = pack
    this.#scene = scene
    this.#begun = new Set([entry.head.at, ...(entry.head.begun ?? [])].flatMap((id) => id ?? []))
  }

  /** The present id of a prompt; undefined if it is in another exercise now. */
  nameOf(id: string): string | undefined {
    return nameIn(this.#scene.exercise.id, this.#entry.head.exercise, id, this.#pack)
  }

  run() {
    const outcomes = this.#outcomes()
    const asked = new Set(this.#scene.exercise.prompts.map(({ id }) => id))
    const taken = new Set([...asked, ...this.#entry.sections.map(({ id }) => id)])
    const titles = new Set<string>()
    const unfinished: string[] = []
    const sections = this.#entry.sections.flatMap((section) => {
      const { live, retired, isBegun } = outcomes.get(section) ?? this.#withoutPrompt(section)
      if (live !== undefined && isBegun === true) unfinished.push(live.id)
      if (retired !== undefined) titles.add(section.title)
      if (live !== undefined && isRetired(live) && asked.has(live.id)) return [withId(live, freeName(live.id, taken))]
      return [...(live ? [live] : []), ...(retired ? [this.#retire(retired.section, retired.because, taken)] : [])]
    })
    return { sections, unfinished, retired: [...titles] }
  }

  /** The outcomes of the sections that belong to a prompt. One pass is enough, because prompts depend on earlier ones only. */
  #outcomes(): ReadonlyMap<Section, Outcome> {
    const sections = this.#live()
    const outcomes = new Map<Section, Outcome>()
    viewWith(this.#scene, {}, (prompt, asked, resolved) => {
      const section = sections.get(prompt.id)
      if (section === undefined) return undefined
      const outcome = this.#outcome(section, prompt, asked, resolved)
      outcomes.set(section, outcome)
      const body = outcome.live?.body
      const isGiven = asked !== undefined && body?.kind === 'answered' && check(asked, body.answer).ok
      return isGiven ? { kind: 'answered', answer: body.answer } : undefined
    })
    return outcomes
  }

  /** The sections of prompts that the exercise still has, by the present ids. */
  #live(): ReadonlyMap<string, Section> {
    const sections = this.#entry.sections.filter((section) => !isRetired(section))
    return new Map(sections.toReversed().map((section) => [this.nameOf(section.id) ?? '', section]))
  }

  /** A section without a prompt in this exercise: what the learner added stays as it is. */
  #withoutPrompt(section: Section): Outcome {
    const isOurs = section.prompt !== undefined && !isRetired(section) && !isBuiltIn(section)
    const isAnswer = section.body.kind === 'answered' || section.body.kind === 'unread'
    if (isOurs && isAnswer) return { retired: { section, because: 'removed' } }
    return { live: section, isBegun: isBuiltIn(section) && this.#begun.has(section.id) }
  }

  #outcome(section: Section, prompt: Prompt, asked: Prompt | undefined, resolved: Prompt | undefined): Outcome {
    const { body, prompt: before } = section
    const wasBegun = this.#begun.has(section.id)
    const live = { live: withId(section, prompt.id), isBegun: wasBegun }
    if (before === undefined) return live
    const isOther = before.type !== prompt.type
    if (body.kind === 'skipped' || body.kind === 'none') return isOther ? {} : live
    if (isOther) return { retired: { section, because: 'type' } }
    if (asked === undefined && !wasHidden(section)) return { retired: { section, because: 'condition' } }
    if (body.kind === 'unread') {
      const isShown = !wasBegun || questionOf(prompt).isTyped === true
      return isShown ? live : { retired: { section, because: this.#partsBecause } }
    }
    if (resolved === undefined) return live
    return this.#carried(section, body.answer, before, resolved)
  }

  /** The parts of an answer that still fit. An answer that is not valid any more is retired whole, and what fits is offered again. */
  #carried(section: Section, answer: Answer, before: Prompt, now: Prompt): Outcome {
    const { kept, lost } = carry(before, answer, now, this.#newPart(section.id, now))
    const checked = kept === undefined ? undefined : check(now, kept)
    const left = checked?.ok === true ? checked.answer : checked?.begun
    if (left === undefined) return { retired: { section, because: this.#partsBecause } }
    const wasBegun = this.#begun.has(section.id)
    const isReopened = !wasBegun && checked?.ok !== true
    const isWhole = isReopened || isDeepStrictEqual(lost, answer)
    const rest = isWhole ? section : lost === undefined ? undefined : withAnswer(section, lost)
    return {
      live: withId(
        isDeepStrictEqual(left, answer) && !isWhole ? section : answered(section, now, left, isWhole),
        now.id
      ),
      isBegun: wasBegun || isReopened,
      ...(rest === undefined ? {} : { retired: { section: rest, because: this.#partsBecause } })
    }
  }

  /** The present names of a prompt's parts. What it takes from an earlier prompt follows the names of that prompt's parts. */
  #newPart(id: string, now: Prompt): NewPart {
    const rename = (prompt: string, path: string) => newPart(this.#entry.head.exercise, prompt, path, this.#pack)
    const source = references(now).find(({ exercise }) => exercise === undefined)?.prompt
    return (path) => {
      const own = rename(id, path)
      return own !== path || source === undefined ? own : takenPart(path, (part) => rename(source, part))
    }
  }

  #retire(section: Section, because: Reason, taken: Set<string>): Section {
    const { head } = this.#entry
    const isFree = because === 'removed' && this.#scene.exercise.prompts.every(({ id }) => id !== section.id)
    const id = isFree ? section.id : freeName(section.id, taken)
    return retire(section, id, { id: section.id, version: head.packVersion, because }, this.#scene.words)
  }
}

/** The section with an answer to its prompt as it is now. Notes around the answer stay, unless `isRetired` they are elsewhere. */
function answered(section: Section, prompt: Prompt, answer: Answer, isElsewhere: boolean): Section {
  const { raw: _, form: _form, body, ...others } = section
  const notes = body.kind === 'answered' && !isElsewhere ? body : { before: '', after: '' }
  const form = formOf(prompt)
  return {
    ...others,
    ...(form === undefined ? {} : { form }),
    prompt,
    body: { kind: 'answered', answer, before: notes.before, after: notes.after }
  }
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
 * and those of prompts that have moved into it since. What builds on a private answer is private, also where its marker does not say so.
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
      return name === undefined ? [] : [withId(withNewParts(section, entry.head.exercise, pack), name)]
    })
  )
  const [first] = entries
  const ids = privateIds(sections, presentPrompts(id, pack))
  const marked = sections.map((section) => (ids.has(section.id) ? { ...section, private: true } : section))
  return first === undefined ? undefined : { head: first.head, sections: marked }
}

/** The section under another id. */
function withId(section: Section, id: string): Section {
  if (section.id === id) return section
  const { raw: _, prompt, ...others } = section
  return { ...others, id, ...(prompt === undefined ? {} : { prompt: { ...prompt, id } }) }
}

/** The present name of an option or row that is a part of an earlier prompt, where it can be in another list. */
function takenPart(path: string, rename: NewPart): string | undefined {
  const [, list = '', part = ''] = /^(options\.|rows\.)(.*)$/s.exec(path) ?? []
  if (list === '') return path
  const lists = ['options.', 'rows.', 'statements.']
  const former = lists.find((each) => rename(each + part) !== each + part)
  if (former === undefined) return path
  const next = rename(former + part)
  return next === undefined ? undefined : list + next.slice(former.length)
}

/** An id for a retired section: `part-before`, or with a number if that is taken. That of an attached question ends as before. */
function freeName(id: string, taken: Set<string>): string {
  const attached = attachedIn(id)
  const idAfter = (end: string) =>
    attached === undefined ? `${id}-before${end}` : attachedId(`${attached.prompt}-before${end}`, attached.key)
  let free = idAfter('')
  for (let number = 2; taken.has(free); number++) free = idAfter(`-${number}`)
  taken.add(free)
  return free
}
