import { attachedId } from '../../questions/shared/attached.ts'
import { present } from '../../util/records.ts'
import type { Condition, Prompt, Reference } from '../../questions/shared/model.ts'
import { onOneLine } from '../../text/lines.ts'
import type { CheckedTranslation, ClassSettings, Exercise, Outcome, Pack, Passage, Section, Term } from '../model.ts'
import { timeSpanOf } from '../format.ts'
import { privatePrompts, sourceNames } from '../privacy.ts'
import { parseStep } from '../routes.ts'
import { at, pairsOf, textOf, valueOf } from '../yaml/tree.ts'
import { conditionOf } from './condition-parser.ts'
import type { AttachedOutline, CheckedPart, ExerciseOutline, Outline, PromptOutline } from './outline.ts'
import { renamesIn } from './renames.ts'
import { outcomesIn, PARTS } from './validate.ts'
import { wordingsOf, type WordingOutline } from './wordings.ts'

/** The keys of a valid manifest. */
type Manifest = Pick<Pack, 'format' | 'id' | 'version' | 'title' | 'language'> &
  Partial<Pick<Pack, 'summary' | 'authors' | 'license' | 'source'>> & {
    readonly routes?: Readonly<Record<string, RouteKeys>>
    readonly sections?: Readonly<Record<string, SectionKeys>>
    readonly outcomes?: Readonly<Record<string, string>>
    readonly class?: ClassSettings & { readonly start?: string }
  }

interface SectionKeys extends Pick<Section, 'title' | 'exercises'> {
  readonly opens?: string
  readonly due?: string
}

interface RouteKeys extends Omit<Pack['routes'][string], 'selfCheck'> {
  readonly self_check?: boolean
}

/** Builds the pack from an outline without errors. */
export function buildPack(outline: Outline, translations: Readonly<Record<string, CheckedTranslation>>): Pack {
  const { manifest, exercises } = outline
  const keys = valueOf(manifest.node, PARTS) as Manifest
  return withPrivacy({
    format: keys.format,
    id: keys.id,
    version: keys.version,
    title: onOneLine(keys.title),
    ...present({ summary: keys.summary && onOneLine(keys.summary), tutorNotes: notesOf(manifest) }),
    language: keys.language,
    authors: (keys.authors ?? []).map(onOneLine),
    ...present({ license: keys.license, source: keys.source }),
    exercises: exercises.map(buildExercise),
    ...buildClass(keys),
    ...present({
      sections: keys.sections && buildSections(keys.sections),
      outcomes: keys.outcomes && buildOutcomes(keys.outcomes),
      glossary: buildGlossary(manifest)
    }),
    routes: buildRoutes(keys),
    ...renamesIn(outline),
    ...buildTranslations(keys.language, translations)
  })
}

type Translated = Pick<Pack, 'translations' | 'progress' | 'languages'>

function buildTranslations(own: string, translations: Readonly<Record<string, CheckedTranslation>>): Translated {
  const all = Object.entries(translations)
  if (all.length === 0) return {}
  const open = all.filter(([, { progress: of }]) => of.translated < of.texts || of.changed > 0)
  return {
    translations: Object.fromEntries(all.map(([tag, { texts }]) => [tag, texts])),
    ...(open.length > 0 && { progress: Object.fromEntries(open.map(([tag, { progress }]) => [tag, progress])) }),
    languages: [own, ...all.map(([tag]) => tag)]
  }
}

/** The routes. An exercise of the pack itself is named by its id only. */
function buildRoutes({ id, routes = {} }: Manifest): Pack['routes'] {
  const built = Object.entries(routes).map(([name, { self_check: selfCheck, exercises, ...route }]) => {
    const steps = exercises.map((step) => (parseStep(step, id).pack === id ? parseStep(step, id).exercise : step))
    return [name, { ...route, exercises: steps, ...(selfCheck === true && { selfCheck }) }]
  })
  return Object.fromEntries(built)
}

function buildClass({ class: keys }: Manifest): Pick<Pack, 'class' | 'start'> {
  if (keys === undefined) return {}
  const { start, name, ...settings } = keys
  return {
    class: { ...settings, ...present({ name: name === undefined ? undefined : onOneLine(name) }) },
    ...present({ start })
  }
}

function buildSections(sections: Readonly<Record<string, SectionKeys>>): Section[] {
  return Object.entries(sections).map(([id, { title, opens, due, exercises }]) => ({
    id,
    title: onOneLine(title),
    ...present({
      opens: opens === undefined ? undefined : timeSpanOf(opens),
      due: due === undefined ? undefined : timeSpanOf(due)
    }),
    exercises
  }))
}

function buildOutcomes(outcomes: Readonly<Record<string, string>>): Outcome[] {
  return Object.entries(outcomes).map(([id, text]) => ({ id, text: onOneLine(text) }))
}

/** From the pairs, because terms can be numbers, which objects would reorder. */
function buildGlossary({ node }: CheckedPart): Term[] | undefined {
  const glossary = at(node, 'glossary')
  return glossary && pairsOf(glossary).map(({ key, value }) => ({ term: key, meaning: onOneLine(textOf(value) ?? '') }))
}

interface ExerciseKeys extends Omit<
  Exercise,
  'prompts' | 'revisit' | 'reading' | 'discussion' | 'afterDiscussion' | 'askLater'
> {
  readonly revisit?: { readonly exercise: string; readonly after: string }
  readonly ask_later?: boolean
}

function buildExercise({ part, prompts, beforeDiscussion, passages }: ExerciseOutline): Exercise {
  const keys = (part === undefined ? {} : valueOf(part.node, PARTS)) as ExerciseKeys
  const { id, title, purpose, minutes, revisit } = keys
  return {
    id,
    title: onOneLine(title),
    ...present({
      purpose: purpose && onOneLine(purpose),
      tutorNotes: notesOf(part),
      minutes,
      outcomes: outcomesIn({ outcomes: keys.outcomes }),
      revisit: revisit && { exercise: revisit.exercise, after: timeSpanOf(revisit.after) },
      reading: passageOf(part, 'reading', passages.reading)
    }),
    prompts: buildPrompts({ part, prompts }),
    ...present({
      discussion: passageOf(part, 'discussion', passages.discussion),
      afterDiscussion: prompts.length > beforeDiscussion ? countPrompts(prompts.slice(0, beforeDiscussion)) : undefined,
      askLater: keys.ask_later === true || undefined
    })
  }
}

function notesOf(part: CheckedPart | undefined): string | undefined {
  return textOf(at(part?.node, 'tutor_notes'))?.trim()
}

/** A reading or a discussion: its wordings, or its only text. */
function passageOf(
  part: CheckedPart | undefined,
  key: string,
  wordings: readonly WordingOutline[] | undefined
): Passage | undefined {
  return wordingsOf(wordings) ?? textOf(at(part?.node, key))?.trimEnd()
}

/** The prompts of an exercise. What it says about privacy and outcomes holds for those that say nothing. */
export function buildPrompts({ part, prompts }: Pick<ExerciseOutline, 'part' | 'prompts'>): Prompt[] {
  const stated = part && at(part.node, 'private')
  const isPrivate = stated?.kind === 'leaf' && typeof stated.value === 'boolean' ? stated.value : undefined
  const named = part && at(part.node, 'outcomes')
  const outcomes = named && outcomesIn({ outcomes: valueOf(named) })
  const all = prompts.flatMap(buildPrompt)
  if (isPrivate === undefined && outcomes === undefined) return all
  return all.map((prompt) => ({
    ...prompt,
    ...present({ private: prompt.private ?? isPrivate, outcomes: prompt.outcomes ?? outcomes })
  }))
}

/** The number of prompts in the model, attached questions included. */
function countPrompts(prompts: readonly PromptOutline[]): number {
  return prompts.flatMap(buildPrompt).length
}

/** A prompt and what is attached to it. */
function buildPrompt({ prompt, when, attached }: PromptOutline): Prompt[] {
  if (prompt === undefined) return []
  const shown = when && conditionOf(when)
  const itself: Prompt = { ...prompt, ...(shown && { when: shown }) }
  return [itself, ...attached.map((each) => buildAttached(itself, each))]
}

/** An attached question: a text prompt with the condition that its prompt is answered, answered so, or in few words. */
function buildAttached(to: Prompt, { key, ask, wordings, private: stated, about, ...asked }: AttachedOutline): Prompt {
  const answered = answeredSo({ prompt: to.id }, asked)
  return {
    type: 'text',
    id: attachedId(to.id, key),
    ask,
    ...(wordings === undefined ? {} : { wordings: present({ ask: wordingsOf(wordings) }) }),
    ...present({ private: stated ?? to.private, about, core: to.core, outcomes: to.outcomes }),
    when: to.when === undefined ? answered : { all: [to.when, answered] }
  }
}

function answeredSo(of: Reference, { when, under }: Pick<AttachedOutline, 'when' | 'under'>): Condition {
  if (under !== undefined) return { of, under }
  return when === undefined ? { of, test: { answered: true } } : conditionOf(when)
}

/**
 * Makes prompts private that build on private prompts of other exercises, because their entries are not always there in a
 * session. What a prompt inherits within its exercise is decided in the session.
 */
function withPrivacy(pack: Pack): Pack {
  const names = privatePrompts(pack.exercises)
  if (names.size === 0) return pack
  const exercises = pack.exercises.map((exercise) => {
    const elsewhere = (prompt: Prompt) =>
      sourceNames(prompt, exercise.id).some((name) => names.has(name) && !name.startsWith(`${exercise.id}/`))
    const prompts = exercise.prompts.map((prompt) => (elsewhere(prompt) ? { ...prompt, private: true } : prompt))
    return { ...exercise, prompts }
  })
  return { ...pack, exercises }
}
