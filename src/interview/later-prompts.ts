import { ASKED, ASKED_THEN, LATER, LATER_DAY, LATER_NOW } from '../entry/built-in.ts'
import type { Entry } from '../entry/model.ts'
import { questionFact, questionNamed, type LaterQuestion } from '../progress/later-questions.ts'
import type { AnswerName } from '../progress/promises.ts'
import type { Condition, EntryWords, Prompt } from '../questions/shared/model.ts'
import { asMarkdown } from './quotations.ts'

/** What an exercise with `ask_later` asks at its end. The answers are private, unless the learner decides otherwise. */
export function laterPrompts({ later: { title, ask, help, day, now } }: EntryWords): readonly Prompt[] {
  const when: Condition = { of: { prompt: LATER }, test: { answered: true } }
  return [
    { type: 'text', id: LATER, title, ask, help, lines: 1, private: true },
    { type: 'date', id: LATER_DAY, ...day, private: true, when },
    { type: 'text', id: LATER_NOW, ...now, private: true, when }
  ]
}

/** Whether a question for later was asked in a draft. */
export function asksLater({ sections }: Entry): boolean {
  return sections.some(({ id }) => id === LATER)
}

/** The learner's own question, and what they answered when they left it, which is hidden until they have answered again. */
export function askedPrompts(question: LaterQuestion, words: EntryWords): readonly Prompt[] {
  const { ask, made, name, private: isPrivate } = question
  const prompt: Prompt = {
    type: 'text',
    id: ASKED,
    title: words.later.asked.title,
    ask: words.later.asked.ask(words.days.withWeekday(made), withoutQuotations(asMarkdown(ask))),
    private: isPrivate,
    facts: questionFact(name)
  }
  return [prompt, ...thenPrompt(question, words)]
}

/**
 * The same prompts in a draft that is continued; none if it has no such question. `questionOf` finds the question where it was left;
 * undefined if that entry is gone.
 */
export function askedPromptsOf(
  { sections }: Entry,
  words: EntryWords,
  questionOf: (name: AnswerName) => LaterQuestion | undefined
): readonly Prompt[] {
  const section = sections.find(({ id }) => id === ASKED)
  const name = section && questionNamed(section)
  if (section?.prompt === undefined) return []
  const question = name && questionOf(name)
  if (question === undefined) return [section.prompt]
  // What was quoted when it was private stays private, also after the question itself was made public.
  const now = { ...question, private: question.private || section.private }
  return [{ ...section.prompt, private: now.private }, ...thenPrompt(now, words)]
}

function thenPrompt({ then, made, private: isPrivate }: LaterQuestion, { later, days }: EntryWords): Prompt[] {
  if (then === undefined) return []
  return [
    {
      type: 'note',
      id: ASKED_THEN,
      title: later.then.title,
      ask: `${later.then.ask(days.withWeekday(made))}\n\n${withoutQuotations(then).replaceAll(/^/gm, '> ')}`,
      private: isPrivate,
      when: { of: { prompt: ASKED }, test: { answered: true } }
    }
  ]
}

/** Markdown by the learner, in which nothing is filled in. */
function withoutQuotations(text: string): string {
  return text.replaceAll('{{', '{\\{')
}
