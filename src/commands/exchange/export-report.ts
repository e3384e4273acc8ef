import type { Context } from '../../context/context.ts'
import { wrap } from '../../display/wrap.ts'
import { isDiary, type Entry, type Section } from '../../entry/model.ts'
import { noteOf } from '../../entry/note.ts'
import { isAnswer } from '../../export/entry.ts'
import { withQuotations } from '../../interview/quotations.ts'
import type { Pack } from '../../pack/model.ts'
import { peopleIn, People } from '../../progress/people.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import { headingOf, headingsOf } from '../../questions/shared/heading.ts'
import { groupBy } from '../../util/group-by.ts'
import { tell } from '../shared/output.ts'

/** The most questions that are listed one by one, and the most names. */
const MOST_LINES = 12
const MOST_NAMES = 20

/** A question whose answers leave or stay, its exercise, and the number of answers. */
interface Asked {
  readonly title: string
  readonly exercise: string
  answers: number
}

/** Answers by question. */
class Tally {
  readonly #asked = new Map<string, Asked>()
  answers = 0

  add({ title, exercise }: Omit<Asked, 'answers'>): void {
    const key = `${exercise}\n${title}`
    const asked = this.#asked.get(key)
    if (asked === undefined) this.#asked.set(key, { title, exercise, answers: 1 })
    else asked.answers += 1
    this.answers += 1
  }

  /** The number and title of each question or, if there are many, of each exercise. */
  lines(): readonly (readonly [answers: number, title: string])[] {
    const all = [...this.#asked.values()]
    const byTitle = groupBy(all, ({ title }) => title)
    const groups = byTitle.size <= MOST_LINES ? byTitle : groupBy(all, ({ exercise }) => exercise)
    return [...groups].map(([title, asked]) => [asked.reduce((sum, { answers }) => sum + answers, 0), title])
  }
}

/** What an export takes along and what it holds back: counted entry by entry, and reported at the end. */
export class ExportReport {
  readonly #packs: readonly Pack[]
  readonly #context: Context
  readonly #included = new Tally()
  readonly #held = new Tally()
  /** The people in what leaves. */
  readonly #names = new People()
  entries = 0
  unread = 0
  #notes = { included: 0, held: 0 }
  #comments = 0
  #replaced = 0

  constructor(packs: readonly Pack[], context: Context) {
    this.#packs = packs
    this.#context = context
  }

  /** How many private answers were held back. */
  get held(): number {
    return this.#held.answers
  }

  /** Adds an entry: as it is in the journal, without what is held back, and as it leaves, with names replaced. */
  add(whole: Entry, kept: Entry, outgoing: Entry): void {
    const sections = new Set(kept.sections)
    for (const section of whole.sections.filter(isAnswer)) {
      const isKept = sections.has(section)
      ;(isKept ? this.#included : this.#held).add(this.#asked(section, whole, isKept))
    }
    this.entries += 1
    if (outgoing !== kept) this.#replaced += 1
    if (noteOf(kept) !== '') this.#notes.included += 1
    else if (noteOf(whole) !== '') this.#notes.held += 1
    this.#names.add(peopleIn(outgoing, this.#promptsOf(outgoing)))
  }

  /** Adds HTML comments that stayed in the journal. */
  addComments(count: number): void {
    this.#comments += count
  }

  /** Lists the questions of the private answers. */
  tellHeld(heading: string): void {
    this.#tellList(heading, this.#held)
  }

  /** Says on standard error what left, what stayed, and which names are in it; `isBrief`: without lists. */
  tell(isBrief = false): void {
    const context = this.#context
    const said = context.words.commands.export
    tell(said.account(this.entries, this.#included.answers, this.#held.answers), context)
    if (this.entries === 0) return
    if (!isBrief) this.#tellAll()
    tell(said.lookThrough, context)
  }

  #tellAll(): void {
    const context = this.#context
    const said = context.words.commands.export
    this.#tellList(said.included, this.#included)
    this.tellHeld(said.heldBack)
    if (this.#notes.included > 0) tell(said.notesIncluded(this.#notes.included), context)
    if (this.#notes.held > 0) tell(said.notesHeld(this.#notes.held), context)
    if (this.#comments > 0) tell(said.commentsHeld(this.#comments), context)
    if (this.#replaced > 0) tell(said.replaced(this.#replaced), context)
    this.#tellNames()
  }

  /** The command is on a line of its own, so that it can be copied. */
  #tellNames(): void {
    const said = this.#context.words.commands.export
    const names = this.#names.counted().map(({ name }) => name)
    const [first] = names
    if (first === undefined) return
    tell(said.names(names.slice(0, MOST_NAMES), Math.max(0, names.length - MOST_NAMES)), this.#context)
    tell(`  ${said.replaceThem(first)}`, this.#context)
  }

  /** The heading of a section may quote a private answer, so for what is held back the author's words are used. */
  #asked(section: Section, { head }: Entry, isKept: boolean): Omit<Asked, 'answers'> {
    const { words } = this.#context
    const exercise = isDiary(head) ? words.import.dayOne.title : head.title
    if (isKept) return { title: section.title, exercise }
    const prompt = this.#promptsOf({ head }).find(({ id }) => id === section.id)
    if (prompt !== undefined)
      return { title: headingOf({ ...prompt, ask: withQuotations(prompt.ask, () => '…') }), exercise }
    // A heading that was not made from the question is a title, which quotes nothing.
    return { title: headingsOf({ ask: section.ask }).includes(section.title) ? section.id : section.title, exercise }
  }

  /** The prompts of an entry's exercise, as their author wrote them; none if its pack is not installed. */
  #promptsOf({ head }: Pick<Entry, 'head'>): readonly Prompt[] {
    const pack = this.#packs.find(({ id }) => id === head.pack)
    return pack?.exercises.find(({ id }) => id === head.exercise)?.prompts ?? []
  }

  #tellList(heading: string, tally: Tally): void {
    const { words, stderr } = this.#context
    if (tally.answers === 0) return
    const all = tally.lines()
    const lines = all.slice(0, MOST_LINES)
    const more = all.slice(MOST_LINES).reduce((sum, [answers]) => sum + answers, 0)
    const digits = Math.max(...lines.map(([answers]) => String(answers).length))
    tell(heading, this.#context)
    for (const [answers, title] of lines) {
      const number = `  ${String(answers).padStart(digits)}  `
      const room = Math.max(10, stderr.columns - number.length)
      tell(hung(number, wrap(title, room)), this.#context)
    }
    if (more > 0) tell(`  ${words.commands.export.more(more)}`, this.#context)
  }
}

function hung(first: string, lines: readonly string[]): string {
  return lines.map((line, index) => (index === 0 ? first : ' '.repeat(first.length)) + line).join('\n')
}
