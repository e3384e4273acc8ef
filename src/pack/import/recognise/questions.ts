import { passage, written, type Answer, type Choice, type Point, type Question } from '../outline.ts'
import { asMarkdown, asPlain } from '../clean.ts'
import { guessAnswer, sentenceIn } from './answer.ts'
import {
  blanksIn,
  LONGEST,
  plainOf,
  withoutBlanks,
  type Blank,
  type Block,
  type Heading,
  type Line,
  type Table
} from './blocks.ts'
import * as says from './phrases.ts'
import { isDegree, isUnsure, isYesAndNo, scaleIn, scaleLine, scaleOf } from './scales.ts'
import { meaningOf, type TableMeaning } from './tables.ts'

/** Words that the program adds where a document has none, in the language of the person who imports it. */
export interface AddedWords {
  /** Asks to fill in a table that nothing introduces. */
  readonly table: string
  /** Asks to complete a sentence. */
  readonly sentence: string
  /** Asks to rate statements. */
  readonly scale: string
  /** The heading of a column with what belongs to the row. */
  readonly match: string
  /** Asks to write in the room that a document leaves. */
  readonly room: string
}

/** The questions in the blocks of one section, in order, with the passages between them. */
export function questionsIn(blocks: readonly Block[], added: AddedWords): Question[] {
  return new Recogniser(blocks, added).questions()
}

class Recogniser {
  readonly #blocks: readonly Block[]
  readonly #added: AddedWords
  readonly #questions: Question[] = []
  /** Lines that wait to be a passage, or the introduction of a table. */
  #waiting: Line[] = []
  #at = 0

  constructor(blocks: readonly Block[], added: AddedWords) {
    this.#blocks = blocks
    this.#added = added
  }

  questions(): Question[] {
    while (this.#at < this.#blocks.length) this.#take()
    this.#settle()
    return this.#questions
  }

  /** Reads the next block, and those that belong to it. */
  #take(): void {
    const block = this.#blocks[this.#at++]
    if (block === undefined) return
    if (block.kind === 'heading') this.#heading(block)
    else if (block.kind === 'table') this.#table(block)
    else if (block.kind === 'blank') this.#room(block)
    else this.#line(block)
  }

  #heading(block: Heading): void {
    const next = this.#blocks[this.#at]
    const isAnswered = next?.kind === 'blank' || (next?.kind === 'line' && isOptionMarker(next))
    if (says.endsAsQuestion(plainOf(block)) || (isAnswered && says.isAsking(plainOf(block))))
      return this.#line({ ...block, kind: 'line', marker: 'none', depth: -1 })
    this.#settle()
    this.#questions.push({ ask: `**${block.text}**`, answer: passage, place: block.place, points: block.points ?? [] })
  }

  #line(line: Line): void {
    if (line.text.length > LONGEST) return void this.#waiting.push(line)
    const text = plainOf(line)
    const next = this.#blocks[this.#at]
    if (next?.kind === 'table' && !says.endsAsQuestion(text) && meaningOf(next).kind === 'question')
      return void this.#waiting.push(line)
    if (next?.kind === 'table' && says.endsAsQuestion(text) && this.#asksWithTable(next))
      return void this.#waiting.push(line)
    if (says.leadsToSentence(text) && next?.kind === 'line' && sentenceIn(plainOf(next)) !== undefined)
      return void this.#waiting.push(line)
    if (this.#isQuestion(line, text)) return this.#question(line, text)
    if (line.marker === 'box' || line.marker === 'radio') return this.#tick(line)
    if (this.#waiting.length === 0 && this.#isHelp(line, text)) return this.#help(line, text)
    this.#waiting.push(line)
  }

  /** A box that no question is before: whether it is ticked. */
  #tick(line: Line): void {
    this.#settle()
    this.#questions.push({
      ask: withoutBlanks(line.text),
      answer: { type: 'yes-no' },
      place: line.place,
      points: [...(line.points ?? []), { code: 'ticks', detail: '' }]
    })
  }

  #asksWithTable(table: Table): boolean {
    return meaningOf(table).kind === 'question'
  }

  #isQuestion(line: Line, text: string): boolean {
    if ((line.menu?.length ?? 0) > 1) return true
    if (text === '') return blanksIn(line.text) > 0
    if (says.isHint(text) && this.#questions.length > 0 && !says.endsAsQuestion(text)) return false
    if (says.isAsking(text) || sentenceIn(text) !== undefined) return true
    if (blanksIn(text) > 0 || says.isYesNoAfter(text) || scaleLine(text) !== undefined) return true
    const next = this.#blocks[this.#at]
    if (next?.kind === 'blank') return true
    if (next?.kind !== 'line') return false
    if (says.asksForItem(text) && isOptionMarker(next)) return this.#options(line).length > 1
    const isNumbered = line.marker === 'number' && next.marker !== 'number'
    if (next.marker === 'box' || next.marker === 'radio') return line.marker !== 'box' && line.marker !== 'radio'
    if (next.marker === 'letter' && (isNumbered || line.marker === 'none')) return this.#options(line).length > 1
    if (scaleLine(plainOf(next)) !== undefined) return true
    return this.#degreesBelow(line).length > 0 || (isNumbered && next.marker === 'bullet' && next.depth > line.depth)
  }

  *#following(): Generator<Block> {
    for (let at = this.#at; at < this.#blocks.length; at++) {
      const block = this.#blocks[at]
      if (block !== undefined) yield block
    }
  }

  /** Unmarked lines below that are the words of a scale, or yes and no. */
  #degreesBelow(line: Line): Line[] {
    const lines: Line[] = []
    for (const block of this.#following()) {
      if (block.kind !== 'line' || block.marker !== 'none' || line.depth > block.depth) break
      const text = plainOf(block)
      if (!isDegree(text) && !isUnsure(text)) break
      lines.push(block)
    }
    const labels = lines.map(plainOf)
    return scaleOf(labels) !== undefined || isYesAndNo(labels) ? lines : []
  }

  /** The options below a question. */
  #options(line: Line): Line[] {
    const first = this.#blocks[this.#at]
    if (first?.kind !== 'line') return []
    if (!isOptionMarker(first)) return this.#degreesBelow(line)
    if (first.marker === line.marker && first.depth <= line.depth) return []
    if (
      first.marker === 'number' &&
      line.marker !== 'number' &&
      first.depth <= line.depth &&
      !says.saysPick(plainOf(line)) &&
      !says.saysRank(plainOf(line))
    )
      return []
    const lines: Line[] = []
    for (const block of this.#following()) {
      if (block.kind !== 'line' || block.marker !== first.marker || block.depth < first.depth) break
      lines.push(block)
    }
    const texts = lines.map(plainOf)
    const asking = texts.filter((text) => says.endsAsQuestion(text)).length
    if (asking > lines.length / 3 || texts.some((text) => text.length > 300)) return []
    if (texts.every((text) => withoutBlanks(text) === '')) return []
    return first.marker === 'bullet' && !isChosen(plainOf(line), texts) ? [] : lines
  }

  #question(line: Line, words: string): void {
    const intro = sentenceIn(words) === undefined ? undefined : this.#sentenceIntroduction()
    this.#settle()
    const instruction = line.menu === undefined ? this.#instructionBelow() : undefined
    const text = instruction === undefined ? words : `${words} ${plainOf(instruction)}`
    const options = line.menu === undefined ? this.#options({ ...line, text: asMarkdown(text) }) : []
    this.#at += options.length
    const labels = line.menu ?? options.map(plainOf).map((label) => withoutBlanks(label))
    const scale = options.length === 0 && blanksIn(text) === 0 ? this.#scaleBelow() : undefined
    const room = options.length === 0 ? this.#roomBelow() : this.#roomAfterOptions()
    const sentence = options.length === 0 ? sentenceIn(text) : undefined
    const asked = {
      text,
      ...(scale === undefined ? {} : { numbers: plainOf(scale) }),
      options: choicesFrom(labels),
      marker: options[0]?.marker ?? 'none',
      blanks: room.lines
    }
    const guess = sentence === undefined ? guessAnswer(asked) : { answer: sentence, points: [] }
    const items =
      room.items > 1 && guess.answer === written ? { type: 'list', keys: { items: { max: room.items } } } : guess.answer
    const asks = withoutBlanks([line.text, ...(instruction === undefined ? [] : [instruction.text])].join(' '))
    this.#questions.push({
      ask: sentence === undefined ? (asks === '' ? this.#added.room : asks) : (intro?.text ?? this.#added.sentence),
      answer: items,
      ...(scale !== undefined && scaleLine(plainOf(scale)) === undefined ? { help: scale.text } : {}),
      place: line.place,
      points: [
        ...(line.points ?? []),
        ...options.flatMap(({ points = [] }) => points),
        ...guess.points,
        ...unsureOptions(options, text),
        ...(scale === undefined ? this.#perhapsHeading(line, options, room.lines) : [])
      ]
    })
    if (scale !== undefined && !isRating(guess.answer)) this.#waiting.push(scale)
  }

  /** "Complete this sentence:" before a sentence with gaps. */
  #sentenceIntroduction(): Line | undefined {
    const last = this.#waiting.at(-1)
    return last !== undefined && says.leadsToSentence(plainOf(last)) ? this.#waiting.pop() : undefined
  }

  /** "Tick all that apply." between a question and its options. */
  #instructionBelow(): Line | undefined {
    const [next, after] = this.#blocks.slice(this.#at, this.#at + 2)
    if (next?.kind !== 'line' || next.marker !== 'none' || after?.kind !== 'line' || !isOptionMarker(after))
      return undefined
    if (!says.isPickInstruction(plainOf(next))) return undefined
    this.#at += 1
    return next
  }

  /** A question that a paragraph follows may be a heading, which the paragraph answers. */
  #perhapsHeading({ marker }: Line, options: readonly Line[], lines: number): Point[] {
    const next = this.#blocks[this.#at]
    if (marker !== 'none' || options.length + lines > 0 || next?.kind !== 'line' || next.marker !== 'none') return []
    const text = plainOf(next)
    return says.isAsking(text) || says.isHint(text) || blanksIn(text) > 0 || text.split(' ').length < 10
      ? []
      : [{ code: 'perhaps-question', detail: '' }]
  }

  /** A line with the numbers of a scale. */
  #scaleBelow(): Line | undefined {
    const next = this.#blocks[this.#at]
    if (next?.kind !== 'line' || next.marker === 'number' || says.endsAsQuestion(plainOf(next))) return undefined
    if (this.#blocks[this.#at + 1]?.kind === 'table') return undefined
    if (scaleLine(plainOf(next)) === undefined && scaleIn(plainOf(next)) === undefined) return undefined
    this.#at += 1
    return next
  }

  /** Room to write below a question: lines, or empty items of a list. */
  #roomBelow(): { readonly lines: number; readonly items: number } {
    let [lines, items] = [0, 0]
    for (let block = this.#blocks[this.#at]; block !== undefined; block = this.#blocks[++this.#at]) {
      if (block.kind === 'blank') lines += block.lines
      else if (
        block.kind === 'line' &&
        isOptionMarker(block) &&
        withoutBlanks(plainOf(block)) === '' &&
        block.menu === undefined
      )
        items += 1
      else break
    }
    return { lines, items }
  }

  #roomAfterOptions(): { readonly lines: number; readonly items: number } {
    const { lines } = this.#roomBelow()
    return { lines, items: 0 }
  }

  #table(table: Table): void {
    const meaning = meaningOf(table)
    if (meaning.kind === 'passage') {
      this.#waiting.push({
        kind: 'line',
        text: markdownTable(table),
        marker: 'none',
        depth: 0,
        place: table.place,
        points: [...(table.points ?? []), { code: 'table-to-read', detail: '' }]
      })
      return
    }
    const intro = meaning.kind === 'question' ? this.#introduction() : undefined
    this.#settle()
    if (meaning.kind === 'rows') {
      for (const { ask, help, answer } of meaning.rows)
        this.#questions.push({
          ask: asMarkdown(ask),
          answer: betterOf(ask, answer),
          ...(help === '' ? {} : { help }),
          place: table.place,
          points: table.points ?? []
        })
    } else this.#questions.push(this.#tableQuestion(meaning, table, intro))
  }

  #tableQuestion(
    { guess, corner }: TableMeaning & { kind: 'question' },
    table: Table,
    intro: Line | undefined
  ): Question {
    const usual = isRating(guess.answer) ? this.#added.scale : this.#added.table
    const isAsked = intro !== undefined
    const ask = isAsked ? withoutBlanks(intro.text) : corner.length > 12 ? asMarkdown(corner) : usual
    const isCornerLost = isRating(guess.answer) && corner !== '' && (isAsked || corner.length <= 12)
    return {
      ask: isCornerLost ? `${ask}\n\n${asMarkdown(corner)}` : ask,
      answer: withLabels(guess.answer, intro),
      place: intro?.place ?? table.place,
      points: [...(intro?.points ?? []), ...(table.points ?? []), ...guess.points]
    }
  }

  /** The last waiting line, which introduces a table. */
  #introduction(): Line | undefined {
    return this.#waiting.pop()
  }

  /** Room to write that no question is before. */
  #room(blank: Blank): void {
    const intro = this.#waiting.pop()
    this.#settle()
    if (intro !== undefined)
      this.#questions.push({
        ask: intro.text,
        answer: written,
        place: intro.place,
        points: [...(intro.points ?? []), { code: 'perhaps-question', detail: '' }]
      })
    else if (this.#questions.at(-1)?.answer !== passage) return
    else
      this.#questions.push({
        ask: this.#added.room,
        answer: written,
        place: blank.place,
        points: [{ code: 'room-only', detail: '' }]
      })
    this.#roomBelow()
  }

  #isHelp({ depth, marker }: Line, text: string): boolean {
    const last = this.#questions.at(-1)
    if (last === undefined || last.answer === passage) return false
    return (
      says.isHint(text) ||
      says.exampleIn(text) !== undefined ||
      (marker === 'bullet' && !says.endsAsQuestion(text)) ||
      depth > 0
    )
  }

  #help(line: Line, text: string): void {
    const last = this.#questions.pop()
    if (last === undefined) return
    const example = last.example === undefined ? says.exampleIn(text) : undefined
    const words = line.marker === 'none' ? line.text : `- ${line.text}`
    const more =
      example === undefined ? { help: joined(last.help, words, line.marker) } : { example: asMarkdown(example) }
    this.#questions.push({ ...last, ...more, points: [...(last.points ?? []), ...(line.points ?? [])] })
  }

  /** Makes a passage of the lines that wait. */
  #settle(): void {
    const lines = this.#waiting
    this.#waiting = []
    const [first] = lines
    if (first === undefined) return
    const ask = lines
      .map((line) =>
        line.marker === 'none'
          ? `\n${line.text}\n`
          : `${'  '.repeat(Math.max(0, line.depth - 1))}${line.marker === 'number' ? '1.' : '-'} ${line.text}`
      )
      .join('\n')
    const points = lines.flatMap((line) => line.points ?? [])
    const isUnclear = lines.some(
      (line) => line.marker === 'number' || says.holdsQuestion(plainOf(line)) || says.endsOpen(plainOf(line))
    )
    const unclear: Point[] = isUnclear ? [{ code: 'perhaps-question', detail: '' }] : []
    this.#questions.push({
      ask: ask.replaceAll(/\n{2,}/g, '\n\n').trim(),
      answer: passage,
      place: first.place,
      points: [...points, ...unclear]
    })
  }
}

/** A scale without words for its numbers, with those that its introduction gives. */
function withLabels(answer: Answer, intro: Line | undefined): Answer {
  const keys = answer.keys ?? {}
  const scale =
    intro === undefined || !isRating(answer) || keys['labels'] !== undefined ? undefined : scaleIn(plainOf(intro))
  const isSame = scale !== undefined && scale.from === keys['from'] && scale.to === keys['to']
  return isSame && Object.keys(scale.labels).length > 0
    ? { ...answer, keys: { ...keys, labels: scale.labels } }
    : answer
}

/** Whether an answer is a number on a scale. */
function isRating({ keys }: Answer): boolean {
  return keys?.['from'] !== undefined
}

function isOptionMarker({ marker }: Line): boolean {
  return marker !== 'none'
}

/** Whether items with bullets below a question are options, and not advice. */
function isChosen(question: string, texts: readonly string[]): boolean {
  if (texts.length < 2) return false
  if (scaleOf(texts) !== undefined || isYesAndNo(texts)) return true
  if (says.saysPick(question) || says.saysSeveral(question) || says.saysRank(question))
    return !says.saysDescribe(question)
  const isShort = texts.every((text) => text.split(' ').length <= 6 && !says.endsOpen(text))
  return isShort && (says.endsAsQuestion(question) || says.asksForItem(question)) && !says.saysDescribe(question)
}

function unsureOptions(options: readonly Line[], question: string): Point[] {
  const labels = options.map(plainOf)
  if (says.saysRank(question) || says.saysSeveral(question) || says.saysOne(question)) return []
  const isSure = options[0]?.marker !== 'bullet' || scaleOf(labels) !== undefined || isYesAndNo(labels)
  return isSure ? [] : [{ code: 'bullets-as-options', detail: '' }]
}

function choicesFrom(labels: readonly string[]): Choice[] {
  const used = new Set<string>()
  return labels.flatMap((label) => {
    const key = label.toLowerCase()
    if (label === '' || used.has(key)) return []
    used.add(key)
    return [{ label }]
  })
}

/** The kind of a row of a form: what its words ask for, unless that is only writing. */
function betterOf(ask: string, answer: Answer): Answer {
  const guess = guessAnswer({ text: ask, options: [], marker: 'none', blanks: 1 }).answer
  return guess === written ? answer : guess
}

function joined(help: string | undefined, more: string, marker: Line['marker']): string {
  return help === undefined ? more : `${help}${marker === 'none' ? '\n\n' : '\n'}${more}`
}

/** A table as Markdown. */
function markdownTable({ rows }: Table): string {
  const width = Math.max(1, ...rows.map((row) => row.length))
  const lines = rows.map(
    (row) =>
      `| ${Array.from({ length: width }, (_, index) => asMarkdown(row[index] ?? '').replaceAll(/\s+/g, ' ')).join(' | ')} |`
  )
  const [head = '', ...body] = lines
  return rows.length === 1 || width === 1
    ? rows.map((row) => row.map((cell) => asMarkdown(cell)).join(' ')).join('\n\n')
    : [head, `|${' --- |'.repeat(width)}`, ...body].join('\n')
}

/** The plain words of Markdown that becomes a title. */
export function titleOf(text: string): string {
  return asPlain(text).replaceAll(/\s+/g, ' ').trim()
}
