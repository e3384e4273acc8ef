import { passage, type Question, type Section } from '../outline.ts'
import { asPlain } from '../clean.ts'

/** Words that people read in a minute, and minutes that they take for a kind of question. */
const READING = 200
const MINUTES = { written: 3, line: 0.5, list: 2, rating: 0.3, cell: 0.4, other: 0.6 }

/** About how long a section takes, in whole minutes. */
export function minutesOf({ reading, questions }: Section): number {
  const words = [reading, ...questions.map(({ ask }) => ask)]
    .map((text) => asPlain(text).split(/\s+/).length)
    .reduce((sum, each) => sum + each, 0)
  const answers = questions.map(minutesFor).reduce((sum, each) => sum + each, 0)
  return Math.max(1, Math.min(600, Math.ceil(words / READING + answers)))
}

function minutesFor({ answer }: Question): number {
  const { statements = [], rows = [], columns = [], keys = {} } = answer
  if (answer === passage) return 0
  if (statements.length > 0) return statements.length * MINUTES.rating
  if (columns.length > 0) return Math.max(3, rows.length) * columns.length * MINUTES.cell
  if (keys['lines'] === 1) return MINUTES.line
  return answer.options !== undefined || keys['from'] !== undefined
    ? MINUTES.other
    : keys['items'] === undefined
      ? MINUTES.written
      : MINUTES.list
}
