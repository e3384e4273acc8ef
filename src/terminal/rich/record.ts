import { headingOf } from '../../questions/shared/heading.ts'
import { lines, shownWith } from '../../questions/index.ts'
import type { Answer, Prompt } from '../../questions/shared/model.ts'
import type { AskRequest } from '../renderer.ts'
import { visible } from '../../display/width.ts'
import { truncate, wrapShort } from '../../display/wrap.ts'
import { indented } from './parts/frame.ts'
import type { WidgetContext } from './parts/widget.ts'

/** In place of an answer. */
export const SKIPPED = Symbol('skipped')

/** Lines of an answer that stay on the screen. */
const MOST = 5

/** How far along the learner is, and whether the answer is private: parts of one line. */
export function topParts({ progress, private: isPrivate }: AskRequest, { words }: WidgetContext): string[] {
  const said = words.walk.rich
  return [
    ...(progress === undefined ? [] : [said.progress(progress.question, progress.of)]),
    ...(isPrivate ? [said.private] : []),
    ...(progress?.minutesLeft === undefined ? [] : [said.minutesLeft(progress.minutesLeft)])
  ]
}

/** What stays on the screen of a question that is done with: its title and the answer in short. */
export function record(
  prompt: Prompt,
  answer: Answer | typeof SKIPPED | undefined,
  columns: number,
  context: WidgetContext
): string[] {
  const { theme } = context
  const sign = answer === SKIPPED ? theme.quiet(theme.glyphs.skipped) : theme.good(theme.glyphs.done)
  const title = theme.strong(truncate(visible(headingOf(prompt)), columns - 2, theme.glyphs.ellipsis))
  const short = wrapShort(answerInShort(prompt, answer, context), columns - 2, MOST, theme.glyphs.ellipsis)
  return [...indented([`${sign} ${title}`, ...short.map((line) => `  ${theme.quiet(line)}`)]), '']
}

/** The lines of an answer; without one, what was shown with the question. */
function answerInShort(prompt: Prompt, answer: Answer | typeof SKIPPED | undefined, { words }: WidgetContext): string {
  if (answer === SKIPPED) return words.walk.rich.skipped
  const short = answer === undefined ? shownWith(prompt)?.split('\n') : lines(prompt, answer, words.entry)
  if (short === undefined) return words.walk.rich.kept
  return short
    .filter((line) => line.trim() !== '')
    .map((line) => visible(line.trim()))
    .join('\n')
}
