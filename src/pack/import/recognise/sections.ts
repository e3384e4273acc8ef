import { passage, type Outline, type Point, type Question, type Section } from '../outline.ts'
import { plainOf, type Block, type Heading } from './blocks.ts'
import { endsAsQuestion } from './phrases.ts'
import { questionsIn, titleOf, type AddedWords } from './questions.ts'

/** Makes an outline of the blocks of a document: sections by its headings, and in each the questions. */
export function outlineOf(blocks: readonly Block[], added: AddedWords): Pick<Outline, 'title' | 'sections'> {
  const { title, rest, points } = withoutTitle(blocks)
  const parts = partsOf(rest)
  const sections = parts.map(({ heading, inside }) => sectionOf(heading, inside, added))
  const [first, ...others] = sections
  const all = first === undefined ? [] : [{ ...first, questions: [...points, ...first.questions] }, ...others]
  return { ...(title === undefined ? {} : { title }), sections: merged(all) }
}

/** The title: a heading of level 0, or the only one of the highest level if others are below it or nothing is before it. */
function withoutTitle(blocks: readonly Block[]): {
  title?: string
  rest: readonly Block[]
  points: readonly Question[]
} {
  const headings = blocks.filter((block): block is Heading => block.kind === 'heading')
  const highest = Math.min(...headings.map(({ level }) => level))
  const top = headings.filter(({ level }) => level === highest)
  const [only] = top
  const isTitle = only !== undefined && top.length === 1 && blocks.indexOf(only) <= 2 && !endsAsQuestion(plainOf(only))
  if (!isTitle) return { rest: blocks, points: [] }
  const points =
    (only.points ?? []).length > 0
      ? [{ ask: only.text, answer: passage, place: only.place, points: only.points ?? [] }]
      : []
  return { title: titleOf(only.text), rest: blocks.filter((block) => block !== only), points }
}

interface Part {
  readonly heading: string
  readonly inside: readonly Block[]
}

/** Divides blocks at the headings of the level that divides the document. What is before the first has no heading. */
function partsOf(blocks: readonly Block[]): Part[] {
  const level = dividingLevel(blocks)
  const parts: { heading: string; inside: Block[] }[] = [{ heading: '', inside: [] }]
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level <= level && !endsAsQuestion(plainOf(block))) {
      parts.push({ heading: titleOf(block.text), inside: [] })
      const picture = block.points ?? []
      if (picture.length > 0)
        parts.at(-1)?.inside.push({
          kind: 'line',
          text: block.text,
          marker: 'none',
          depth: 0,
          place: block.place,
          points: picture
        })
    } else parts.at(-1)?.inside.push(block)
  }
  return parts.filter(({ heading, inside }) => heading !== '' || inside.length > 0)
}

/** The highest level with two headings that are no questions, or else the highest. */
function dividingLevel(blocks: readonly Block[]): number {
  const levels = blocks.flatMap((block) =>
    block.kind === 'heading' && !endsAsQuestion(plainOf(block)) ? [block.level] : []
  )
  const sorted = [...new Set(levels)].toSorted((one, other) => one - other)
  return sorted.find((level) => levels.filter((each) => each === level).length > 1) ?? sorted[0] ?? 0
}

/** A section; the passages before its first question are its reading. */
function sectionOf(title: string, blocks: readonly Block[], added: AddedWords): Section {
  const questions = withTitles(questionsIn(blocks, added))
  const first = questions.findIndex(({ answer }) => answer !== passage)
  const before = questions.slice(0, first === -1 ? questions.length : first)
  const readable = before.filter(({ points = [] }) => points.length === 0)
  const kept = before.filter((question) => !readable.includes(question))
  const rest = first === -1 ? [] : questions.slice(first)
  return { title, reading: readable.map(({ ask }) => ask).join('\n\n'), questions: [...kept, ...rest] }
}

/** A heading above a single question is its title. */
function withTitles(questions: readonly Question[]): Question[] {
  const result: Question[] = []
  for (const [index, question] of questions.entries()) {
    const before = result.at(-1)
    const heading = before === undefined ? undefined : headingIn(before)
    const next = questions[index + 1]
    const isSingle = next === undefined || headingIn(next) !== undefined
    if (before !== undefined && heading !== undefined && question.answer !== passage && isSingle) {
      result.pop()
      result.push({ ...question, title: heading })
    } else result.push(question)
  }
  return result
}

function headingIn({ ask, answer, points = [] }: Question): string | undefined {
  if (answer !== passage || points.length > 0) return undefined
  const found = /^\*\*([^\n]+)\*\*$/.exec(ask)?.[1]
  return found === undefined ? undefined : titleOf(found)
}

/** Most questions of a section that is joined with others of its size. */
const SMALL = 1.5

/**
 * Joins sections without questions with the next one, or with the last one. If sections have hardly more than one question each, they
 * are one section, with their headings as the titles of the questions.
 */
function merged(sections: readonly Section[]): Section[] {
  const full = withQuestions(sections)
  const count = full.reduce(
    (sum, { questions }) => sum + questions.filter(({ answer }) => answer !== passage).length,
    0
  )
  if (full.length < 3 || count > SMALL * full.length || full.some(({ title }) => title === '')) return full
  const questions = full.flatMap(({ title, reading, questions: own }): Question[] => {
    const [only, ...others] = own
    if (only !== undefined && others.length === 0 && only.title === undefined)
      return [...(reading === '' ? [] : [{ ask: reading, answer: passage }]), { ...only, title }]
    return [{ ask: `**${title}**\n\n${reading}`.trim(), answer: passage }, ...own]
  })
  return [{ title: '', reading: '', questions }]
}

function withQuestions(sections: readonly Section[]): Section[] {
  const result: Section[] = []
  let before = ''
  let carried: readonly Question[] = []
  for (const section of sections) {
    if (section.questions.some(({ answer }) => answer !== passage)) {
      result.push({
        ...section,
        reading: together(before, section.reading),
        questions: [...carried, ...section.questions]
      })
      before = ''
      carried = []
    } else {
      before = together(before, section.title === '' ? '' : `**${section.title}**`, section.reading)
      carried = [...carried, ...section.questions]
    }
  }
  const rest: readonly Question[] = [...(before === '' ? [] : [{ ask: before, answer: passage }]), ...carried]
  const last = result.pop()
  if (last !== undefined) return [...result, { ...last, questions: [...last.questions, ...rest] }]
  return rest.length === 0
    ? []
    : [
        {
          title: '',
          reading: '',
          questions: rest.map((one, index) =>
            index === 0 ? { ...one, points: [...(one.points ?? []), ...noQuestion] } : one
          )
        }
      ]
}

function together(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n')
}

const noQuestion: readonly Point[] = [{ code: 'no-question', detail: '' }]
