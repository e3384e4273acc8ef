import { didYouMean, meant, oneOf } from './names.ts'

/** What is said of a preview of a pack, in English. */
export const preview = {
  nothingKept: (title: string) =>
    `A preview of "${title}": every question as learners meet it. Nothing that you write here is kept.`,
  left: 'You have left the preview. Nothing was kept.',
  looksBack: (titles: readonly string[]) =>
    `This exercise looks back at ${oneOf(titles, 'and')}. Answers that you give there in this preview are met again here; without them it is shown as to somebody who has not done that yet.`,
  skipped: (before: number) =>
    before === 1
      ? 'The question before this one counts as skipped; Shift-Tab or :back leads to it.'
      : `The ${before} questions before this one count as skipped; Shift-Tab or :back leads to them.`,
  notAskedYet: (prompt: string, first: string) =>
    `"${prompt}" is asked only after certain answers, so you begin at "${first}", from where it can be reached.`,
  notAskedHere: (prompt: string) =>
    `"${prompt}" is there only where an earlier exercise was answered, so you begin with the first question.`,
  markdown: 'What a learner would have in the journal now. Here nothing was written.',
  readAgain: 'The pack has changed, and was read again.',
  gone: (exercise: string) => `There is no exercise "${exercise}" in the pack any more.`,
  waiting: 'The preview goes on when the pack is mended and saved.',
  again: 'Read again',
  cannotWatch: (folder: string, why: string) =>
    `${folder} cannot be watched for changes (${why}); leave out --watch, and start the preview again after a change.`,
  unknownExercise: (name: string, near: readonly string[], path: string) =>
    `There is no exercise "${name}" in the pack. ${meant(near, `Type "reflect list --pack ${path}" to see them all.`)}`,
  unknownPrompt: (exercise: string, name: string, near: readonly string[]) =>
    `The exercise "${exercise}" has no prompt "${name}".${didYouMean(near)}`,
  ambiguous: (name: string, ids: readonly string[]) => `"${name}" could be ${oneOf(ids)}. Type more of it.`
}
