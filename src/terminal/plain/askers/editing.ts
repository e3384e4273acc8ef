import type { QuestionIo } from '../io/question-io.ts'
import type { LinesDraft } from './lines-draft.ts'

/** Offers the commands that read and change lines. `keep` keeps the lines after each change. */
export function offerEdits(draft: LinesDraft, question: QuestionIo, keep: () => void): void {
  const said = question.words.walk.plain
  const settle = (sentence: string): void => {
    question.begin()
    keep()
    question.output.say(sentence)
  }
  question.offer({
    lines: () => tellLines(draft, question),
    change: (number) =>
      withLine(draft, number, question, (line) => {
        question.begin()
        draft.change(line)
        question.output.say(said.changing(line))
        question.output.quote(said.lineNumber(line, draft.lines[line - 1] ?? ''))
      }),
    drop: (number) =>
      withLine(draft, number, question, (line) => {
        draft.drop(line)
        settle(said.dropped(line))
      }),
    again: () => {
      if (draft.lines.length === 0 && !draft.isStarted) return question.output.say(said.noLines)
      draft.clear()
      settle(said.cleared)
    },
    undo: () => {
      if (draft.undo()) settle(said.undone(draft.lines.length))
      else question.output.say(said.nothingToUndo)
    }
  })
}

function tellLines({ lines }: LinesDraft, { output, words }: QuestionIo): void {
  const said = words.walk.plain
  if (lines.length === 0) output.say(said.noLines)
  for (const [index, line] of lines.entries()) output.quote(said.lineNumber(index + 1, line))
}

/** Does something with a line, by default the last one, or says that it does not exist. */
function withLine(
  { lines }: LinesDraft,
  number: number | undefined,
  { output, words }: QuestionIo,
  act: (line: number) => void
): void {
  const said = words.walk.plain
  const line = number ?? lines.length
  if (lines.length === 0) output.say(said.noLines)
  else if (line < 1 || line > lines.length) output.say(said.noLine(line, lines.length))
  else act(line)
}
