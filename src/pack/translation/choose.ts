import { translatedPrompt } from '../../questions/index.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import type { Exercise, Pack, Translation } from '../model.ts'

/** The pack in the language that a learner wants: in a translation where there is one, else as it is written. */
export function inLanguage(pack: Pack, language: string): Pack {
  const tag = translationFor(pack, language)
  const translation = tag === undefined ? undefined : pack.translations?.[tag]
  if (tag === undefined || translation === undefined) return pack
  const say = sayIn(translation)
  const summary = pack.summary === undefined ? {} : { summary: say(['summary'], pack.summary) }
  return {
    ...inOneLanguage(pack),
    language: tag,
    title: say(['title'], pack.title),
    ...summary,
    exercises: pack.exercises.map((exercise) => translatedExercise(exercise, say)),
    routes: Object.fromEntries(
      Object.entries(pack.routes).map(([id, route]) => [
        id,
        { ...route, title: say(['routes', id, 'title'], route.title) }
      ])
    )
  }
}

/** The pack without its translations, as it is. */
export function inOneLanguage(pack: Pack): Omit<Pack, 'translations'> {
  const { translations: _, ...others } = pack
  return others
}

/** The tag of the translation that a language means: the tag itself, else one of the same language if the pack itself is in another. */
function translationFor({ language: own, translations = {} }: Pack, wanted: string): string | undefined {
  const tags = Object.keys(translations)
  const same = tags.find((tag) => tag.toLowerCase() === wanted.toLowerCase())
  if (same !== undefined || languageOf(own) === languageOf(wanted)) return same
  return tags.find((tag) => languageOf(tag) === languageOf(wanted))
}

/** A tag without what follows the language: `cy` of `cy-GB`. */
function languageOf(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? ''
}

type Say = (name: readonly string[], words: string) => string

/** What a translation has for a text, by its name; the text itself where it has nothing. */
function sayIn(translation: Translation): Say {
  return (name, words) => {
    const key = name.join('/')
    return Object.hasOwn(translation, key) ? (translation[key] ?? words) : words
  }
}

function translatedExercise(exercise: Exercise, say: Say): Exercise {
  const name = ['exercises', exercise.id]
  const told = (key: 'purpose' | 'reading' | 'discussion') => {
    const text = exercise[key]
    return text === undefined ? {} : { [key]: say([...name, key], text) }
  }
  return {
    ...exercise,
    title: say([...name, 'title'], exercise.title),
    ...told('purpose'),
    ...told('reading'),
    ...told('discussion'),
    prompts: exercise.prompts.map((prompt) => promptIn(prompt, [...name, 'prompts'], say))
  }
}

/** A follow-up is a prompt of its own here; in the file of a translation it is a text of the prompt that it follows. */
function promptIn(prompt: Prompt, place: readonly string[], say: Say): Prompt {
  const [, followed] = /^(.*)\.follow_up$/.exec(prompt.id) ?? []
  return translatedPrompt(prompt, (own, words) =>
    say(followed === undefined ? [...place, prompt.id, ...own] : [...place, followed, 'follow_up'], words)
  )
}
