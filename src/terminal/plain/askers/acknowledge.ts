import { wordsIn } from '../../../text/words-in.ts'
import { check, inOneLine } from '../../../questions/index.ts'
import type { Answer, Prompt, Row, TablePrompt } from '../../../questions/shared/model.ts'
import type { Words } from '../../../words/index.ts'

/** Says what was understood: the answer in words, or how much there is of a long one. The answer fits the prompt. */
export function acknowledgement(prompt: Prompt, answer: Answer, words: Words): string {
  const said = words.walk.plain
  if ((prompt.type === 'text' || prompt.type === 'recall') && typeof answer === 'string')
    return said.writtenWords(wordsIn(answer))
  if (prompt.type === 'list' && Array.isArray(answer)) return said.writtenItems(answer.length)
  if (prompt.type === 'scale' && prompt.statements.length > 0) return said.filledIn(0)
  if (prompt.type === 'table') {
    const checked = check(prompt, answer)
    return said.filledIn(checked.ok ? emptyCells(prompt, checked.answer) : 0)
  }
  return said.taken(inOneLine(prompt, answer, words.entry))
}

function emptyCells({ rows, columns }: TablePrompt, answer: readonly Row[]): number {
  const names = new Set([...rows.map(({ id }) => id), ...answer.map(({ row }) => row)])
  const filled = answer.reduce((count, row) => count + Object.keys(row).length - 1, 0)
  return names.size * columns.length - filled
}
