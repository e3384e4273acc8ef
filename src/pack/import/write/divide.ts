import { passage, type Outline, type Point, type Question, type Section } from '../outline.ts'

/** Of one exercise: its prompts, and characters of its texts. The limits of a pack are higher. */
const MOST = { prompts: 90, characters: 120_000, passage: 20_000 }

/**
 * The sections of an outline as exercises: each has a prompt and is within the limits. Passages without words are left out; their points go to
 * the next question.
 */
export function exercisesIn({ sections }: Outline): {
  readonly sections: readonly Section[]
  readonly points: readonly Point[]
} {
  const points: Point[] = []
  const full = withoutEmpty(sections.map((section) => worded(section, points)))
  return { sections: full.flatMap(divided), points }
}

function worded(section: Section, lost: Point[]): Section {
  let waiting: Point[] = []
  const questions: Question[] = []
  const long = section.reading.length > MOST.passage
  const passages: Question[] = long ? [{ ask: section.reading, answer: passage }] : []
  for (const question of [...passages, ...section.questions]) {
    const points = [...waiting, ...(question.points ?? [])]
    waiting = []
    if (question.ask.trim() === '' && question.answer === passage) waiting = points
    else questions.push(...shorter({ ...question, points }))
  }
  lost.push(...waiting)
  return { ...section, reading: long ? '' : section.reading, questions }
}

/** A long passage in several. */
function shorter(question: Question): Question[] {
  if (question.answer !== passage || question.ask.length <= MOST.passage) return [question]
  const parts: string[] = []
  for (const paragraph of question.ask.split('\n\n')) {
    const last = parts.at(-1)
    if (last !== undefined && last.length + paragraph.length < MOST.passage)
      parts[parts.length - 1] = `${last}\n\n${paragraph}`
    else parts.push(paragraph)
  }
  return parts.map((ask, index) => ({ ...question, ask, points: index === 0 ? (question.points ?? []) : [] }))
}

/** Sections without a prompt are read before the next one, or after the last one. */
function withoutEmpty(sections: readonly Section[]): Section[] {
  const result: Section[] = []
  let before = ''
  for (const section of sections) {
    if (section.questions.length > 0) {
      result.push({ ...section, reading: together(before, section.reading) })
      before = ''
    } else
      before = together(
        before,
        section.title === '' || section.reading === '' ? '' : `**${section.title}**`,
        section.reading
      )
  }
  const last = result.at(-1)
  if (before === '') return result
  if (last === undefined)
    return [
      {
        title: '',
        reading: '',
        questions: shorter({ ask: before, answer: passage, points: [{ code: 'no-question', detail: '' }] })
      }
    ]
  return [
    ...result.slice(0, -1),
    { ...last, questions: [...last.questions, ...shorter({ ask: before, answer: passage })] }
  ]
}

function together(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n')
}

/** A section that is too long, in parts. */
function divided(section: Section): Section[] {
  const parts: Question[][] = []
  let length = Infinity
  for (const question of section.questions) {
    const own = sizeOf(question)
    const last = parts.at(-1)
    if (last === undefined || last.length >= MOST.prompts || length + own > MOST.characters) {
      parts.push([question])
      length = own + (parts.length === 1 ? section.reading.length : 0)
    } else {
      last.push(question)
      length += own
    }
  }
  if (parts.length < 2) return [section]
  return parts.map((questions, index) => ({
    title: index === 0 ? section.title : `${section.title} (${index + 1})`.trim(),
    reading: index === 0 ? section.reading : '',
    questions: index === 0 ? questions : withPoint(questions, { code: 'split', detail: String(parts.length) })
  }))
}

function withPoint([first, ...rest]: readonly Question[], point: Point): Question[] {
  return first === undefined ? [] : [{ ...first, points: [point, ...(first.points ?? [])] }, ...rest]
}

function sizeOf(question: Question): number {
  return JSON.stringify(question).length
}
