import { attachedIn } from '../../questions/shared/attached.ts'
import { own, present } from '../../util/records.ts'
import { translatedPrompt, translatedWordings } from '../../questions/index.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import type { Exercise, Pack, Passage, Translation } from '../model.ts'

/** The pack in a language, if it has a translation; otherwise unchanged. */
export function inLanguage(pack: Pack, language: string): Pack {
  const tag = translationFor(pack, language)
  const translation = tag === undefined ? undefined : pack.translations?.[tag]
  if (tag === undefined || translation === undefined) return pack
  const say = translator(translation)
  return {
    ...inOneLanguage(pack),
    language: tag,
    title: say(['title'], pack.title),
    ...present({ summary: pack.summary && say(['summary'], pack.summary) }),
    ...present({
      class: pack.class && {
        ...pack.class,
        ...present({ name: pack.class.name && say(['class', 'name'], pack.class.name) })
      },
      sections: pack.sections?.map((section) => ({
        ...section,
        title: say(['sections', section.id, 'title'], section.title)
      })),
      outcomes: pack.outcomes?.map(({ id, text }) => ({ id, text: say(['outcomes', id], text) })),
      glossary: pack.glossary?.map(({ term, meaning }) => ({
        term: say(['glossary', term, 'term'], term),
        meaning: say(['glossary', term, 'meaning'], meaning)
      }))
    }),
    exercises: pack.exercises.map((exercise) => translatedExercise(exercise, say)),
    routes: Object.fromEntries(
      Object.entries(pack.routes).map(([id, route]) => [
        id,
        { ...route, title: say(['routes', id, 'title'], route.title) }
      ])
    )
  }
}

/** The pack without its translations. */
export function inOneLanguage(pack: Pack): Omit<Pack, 'translations'> {
  const { translations: _, ...others } = pack
  return others
}

/** The tag of the translation to use: an exact match, or one of the same language if the pack is in another. */
function translationFor({ language, translations = {} }: Pack, wanted: string): string | undefined {
  const tags = Object.keys(translations)
  const same = tags.find((tag) => tag.toLowerCase() === wanted.toLowerCase())
  if (same !== undefined || isSameLanguage(language, wanted)) return same
  return tags.find((tag) => isSameLanguage(tag, wanted))
}

/** Whether two tags are of the same language, perhaps in different regions. */
export function isSameLanguage(tag: string, other: string): boolean {
  return languageOf(tag) === languageOf(other)
}

/** The language of a tag: `cy` of `cy-GB`. */
function languageOf(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? ''
}

/** Gives the translation of the text at a path; the text itself if it has none. */
type Say = (path: readonly string[], text: string) => string

function translator(translation: Translation): Say {
  return (path, text) => own(translation, path.join('/')) ?? text
}

function translatedExercise(exercise: Exercise, say: Say): Exercise {
  const { id, title, purpose, reading, discussion, prompts } = exercise
  const path = ['exercises', id]
  return {
    ...exercise,
    title: say([...path, 'title'], title),
    ...present({
      purpose: purpose && say([...path, 'purpose'], purpose),
      reading: reading && passageIn(reading, [...path, 'reading'], say),
      discussion: discussion && passageIn(discussion, [...path, 'discussion'], say)
    }),
    prompts: prompts.map((prompt) => promptIn(prompt, [...path, 'prompts'], say))
  }
}

function passageIn(passage: Passage, path: readonly string[], say: Say): Passage {
  return typeof passage === 'string'
    ? say(path, passage)
    : translatedWordings(passage, (name, text) => say([...path, ...name], text))
}

/** In a translation, the text of an attached question is a key of its prompt. */
function promptIn(prompt: Prompt, path: readonly string[], say: Say): Prompt {
  const attached = attachedIn(prompt.id)
  return translatedPrompt(prompt, (keys, text) =>
    say(
      attached === undefined
        ? [...path, prompt.id, ...keys]
        : [...path, attached.prompt, attached.key, ...keys.slice(1)],
      text
    )
  )
}
