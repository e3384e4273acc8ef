import type { Words } from '../../../words/index.ts'
import { writeYaml, type Comment } from '../../yaml/write-yaml.ts'
import { passage, type Outline, type Place, type Point, type Question, type Section } from '../outline.ts'
import { asPlain } from '../clean.ts'
import { exercisesIn } from './divide.ts'
import { Ids } from './ids.ts'
import { minutesOf } from './minutes.ts'
import { promptOf, type WrittenPrompt } from './prompt.ts'

/** What the manifest says. */
export interface PackAbout {
  readonly id: string
  readonly title: string
  readonly language: string
}

/** A point for the author, and where it is in the pack and in the document. */
export interface Review {
  readonly code: Point['code']
  /** The sentence. */
  readonly message: string
  readonly file: string
  readonly line: number
  /** The first words of the question; absent for the whole pack. */
  readonly question?: string
  readonly place?: Place
}

/** The files of a pack by name, what to review, and how much there is. */
export interface WrittenPack {
  readonly files: ReadonlyMap<string, string>
  readonly reviews: readonly Review[]
  readonly exercises: number
  /** Without passages. */
  readonly questions: number
}

const SCHEMA = ' yaml-language-server: $schema=./pack.schema.json'

/** Writes the pack of an outline. Every point is a comment beside what it is about. */
export function writePack(outline: Outline, about: PackAbout, words: Words['packImport']): WrittenPack {
  const { sections, points } = exercisesIn(outline)
  const writer = new PackWriter(about, words)
  for (const section of sections) writer.exercise(section)
  return writer.finish(outline.summary, [...outline.points, ...points])
}

class PackWriter {
  readonly #about: PackAbout
  readonly #words: Words['packImport']
  readonly #files = new Map<string, string>()
  readonly #reviews: Review[] = []
  readonly #ids = new Ids()
  readonly #earlier = new Map<string, { exercise: string; prompt: WrittenPrompt }>()
  #questions = 0

  constructor(about: PackAbout, words: Words['packImport']) {
    this.#about = about
    this.#words = words
    // The manifest and the folder of translations have these names.
    this.#ids.of('pack', 'pack')
    this.#ids.of('translations', 'translations')
  }

  exercise(section: Section): void {
    const title = asPlain(section.title) || this.#about.title
    const id = this.#ids.of(title, 'exercise')
    const file = `${id}.yaml`
    const prompts = this.#prompts(section.questions, id)
    const value = {
      id,
      title: title.replaceAll(/\s+/g, ' ').trim(),
      minutes: minutesOf(section),
      ...(section.reading.trim() === '' ? {} : { reading: section.reading.trim() }),
      prompts: prompts.map(({ prompt }) => prompt.keys)
    }
    const notes = prompts.map(({ question, prompt }, index) => this.#noteOf(question, prompt, index))
    this.#write(
      file,
      value,
      notes.filter((note) => note !== undefined)
    )
    this.#questions += section.questions.filter(({ answer }) => answer !== passage).length
  }

  finish(summary: string | undefined, points: readonly Point[]): WrittenPack {
    const exercises = [...this.#files.keys()]
    const { id, title, language } = this.#about
    const value = {
      format: 1,
      id,
      version: '1.0.0',
      title,
      ...(summary === undefined ? {} : { summary }),
      language,
      exercises
    }
    const all = grouped([...points, { code: 'minutes', detail: '' }, { code: 'rights', detail: '' }])
    this.#write('pack.yaml', value, [{ path: ['format'], points: all, remarks: [] }])
    const reviews = this.#reviews.toSorted(
      (one, other) => Number(other.file === 'pack.yaml') - Number(one.file === 'pack.yaml')
    )
    return { files: this.#files, reviews, exercises: exercises.length, questions: this.#questions }
  }

  #prompts(questions: readonly Question[], exercise: string): { question: Question; prompt: WrittenPrompt }[] {
    const ids = new Ids()
    return questions.map((question) => {
      const prompt = promptOf(question, { exercise, ids, earlier: this.#earlier })
      if (question.name !== undefined) this.#earlier.set(question.name, { exercise, prompt })
      return { question, prompt }
    })
  }

  #noteOf(question: Question, prompt: WrittenPrompt, index: number): Note | undefined {
    const { remarks = [], place } = question
    if (prompt.points.length === 0 && remarks.length === 0) return undefined
    const quoted = asPlain(question.ask).replaceAll(/\s+/g, ' ').trim()
    return {
      path: ['prompts', index],
      points: grouped(prompt.points),
      remarks,
      question: quoted,
      ...(place === undefined ? {} : { place })
    }
  }

  #write(file: string, value: Readonly<Record<string, unknown>>, notes: readonly Note[]): void {
    const comments = notes.map(({ path, points, remarks, place }): Comment => {
      const at = place === undefined ? '' : this.#words.place(place)
      return {
        path,
        text: [
          ...points.map((point) => `${this.#words.mark(at)} ${oneLine(this.#words.points[point.code](point.detail))}`),
          ...remarks.map(oneLine)
        ]
          .map(wrapped)
          .join('\n')
      }
    })
    const text = writeYaml(value, [{ path: [], text: SCHEMA.trim() }, ...comments])
    this.#files.set(file, text)
    this.#place(file, text, notes, comments)
  }

  /** Finds the lines of the comments, which are in the order of the notes. */
  #place(file: string, text: string, notes: readonly Note[], comments: readonly Comment[]): void {
    const lines = text.split('\n').map((line) => line.trim())
    let at = 0
    for (const [index, { points, question, place }] of notes.entries()) {
      const [first = ''] = comments[index]?.text.split('\n') ?? []
      const found = lines.indexOf(`# ${first}`.trim(), at)
      at = found === -1 ? at : found + 1
      for (const { code, detail } of points)
        this.#reviews.push({
          code,
          message: oneLine(this.#words.points[code](detail)),
          file,
          line: at,
          ...(question === undefined ? {} : { question }),
          ...(place === undefined ? {} : { place })
        })
    }
  }
}

/** Points and remarks about a value of a file. */
interface Note {
  readonly path: Comment['path']
  readonly points: readonly Point[]
  readonly remarks: readonly string[]
  readonly question?: string
  readonly place?: Place
}

/** One point of each kind, with all details. */
function grouped(points: readonly Point[]): Point[] {
  const codes = [...new Set(points.map(({ code }) => code))]
  return codes.map((code) => {
    const details = points
      .filter((point) => point.code === code)
      .map(({ detail }) => detail)
      .map((detail) => detail.replace(/[.;]$/, ''))
      .filter((detail) => detail !== '')
    const isCount =
      details.every((detail) => /^\d+$/.test(detail)) && (code === 'required' || code === 'responses-left')
    return {
      code,
      detail: isCount
        ? String(details.reduce((sum, detail) => sum + Number(detail), 0))
        : [...new Set(details)].join('; ')
    }
  })
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** Characters of a line of a comment. */
const WIDTH = 110

function wrapped(line: string): string {
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= WIDTH) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.join('\n')
}
