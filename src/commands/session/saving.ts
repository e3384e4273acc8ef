import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, ReflectError, WentBackError } from '../../context/errors.ts'
import { isoTime } from '../../dates/time.ts'
import { encodeEntry } from '../../entry/codec.ts'
import { DISCUSSION } from '../../entry/built-in.ts'
import { isUnanswered, type Entry, type Section } from '../../entry/model.ts'
import { draftOf, finishedEntry, type EntryMeta } from '../../interview/entry.ts'
import type { Walk } from '../../interview/model.ts'
import { discussionIn, discussionSection } from '../../interview/shown-discussion.ts'
import { settle } from '../../interview/settle.ts'
import { hiddenIn, view, type InterviewContext } from '../../interview/view.ts'
import type { Conflict } from '../../journal/conflict-write.ts'
import type { Journal } from '../../journal/store.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import { present } from '../../util/records.ts'
import type { Words } from '../../words/index.ts'

/** An exercise that is being answered, or an entry that is being changed. */
export interface Session {
  readonly scene: InterviewContext
  readonly heading: EntryMeta
  /** The draft that is continued, or the entry that is changed. */
  readonly found?: Entry
  /** A session without an answer leaves its draft instead of making an entry. */
  readonly needsAnswer?: boolean
  /** When an entry that is changed was finished. */
  readonly finished?: string | undefined
  readonly journal: Pick<Journal, 'saveDraft' | 'finish'>
  readonly renderer: Renderer
  readonly context: Context
  /** Called before each thing that is shown. */
  readonly onStep?: (walk: Walk) => void
}

/** The entry that a session made, and its file. */
export interface Finished {
  readonly entry: Entry
  readonly file: string
}

/** Saves what is written in a session: the draft after each change, the entry at the end. */
export class SessionSaver {
  readonly #session: Session
  /** Copies that the user has been told about. */
  readonly #reported = new Set<string>()
  #found: Entry | undefined
  #discussion: Section | undefined

  constructor(session: Session) {
    this.#session = session
    this.#found = session.found
    this.#discussion = session.found?.sections.find(({ id }) => id === DISCUSSION)
  }

  /** Notes that the discussion is shown now. Gives its text if that differs from what was shown last. */
  showing(walk: Walk): string | undefined {
    const { scene } = this.#session
    const before = this.#discussion && discussionIn([this.#discussion])
    const section = discussionSection(scene, view(scene, walk))
    const text = section && discussionIn([section])
    if (section === undefined || text === before) return undefined
    this.#discussion = section
    return text
  }

  /** The draft that is continued, with what was retired in this session. */
  get found(): Entry | undefined {
    return this.#found
  }

  /** Adapts answers to a change of the answer that gives them their options or rows, and says what was retired. */
  settled(before: Walk, now: Walk): Walk {
    const { scene, renderer, context } = this.#session
    const settled = settle(scene, this.#making, before, now)
    if (settled === undefined) return now
    this.#found = settled.found
    if (settled.retired.length > 0) renderer.say(context.words.session.noLongerFits(settled.retired))
    return settled.walk
  }

  /** Saves the draft. If the disk refuses, says so and gives false: the words are still here, so the session continues. */
  draft(walk: Walk): boolean {
    const { session } = this.#session.context.words
    const saved = this.#attempt(() => ({ draft: this.#save(walk) }), session.notSaved)
    return saved !== undefined
  }

  /**
   * Saves the finished entry; undefined if the disk refuses, which it says.
   *
   * @throws LeftError as `leave` if the session needs an answer and has none.
   */
  finish(walk: Walk): Finished | undefined {
    const { scene, journal, finished, needsAnswer, context } = this.#session
    const seen = view(scene, walk)
    const discussion = discussionSection(scene, seen) ?? this.#discussion
    const parts = { ...this.#making, ...present({ discussion }) }
    const entry = finishedEntry(parts, seen, finished ?? isoTime(context.now()))
    if (needsAnswer === true && isUnanswered(entry)) this.leave(walk, 'unanswered')
    const saved = this.#attempt(() => journal.finish(entry), context.words.session.notFinished)
    if (saved?.conflict !== undefined) this.#report(saved.conflict, saved.file)
    return saved === undefined ? undefined : { entry, file: saved.file }
  }

  /**
   * Saves the draft and ends the session; `unanswered` at the end of an exercise in which every question was skipped, `later` as offered after the core.
   *
   * @throws LeftError that says how to continue; WentBackError for `back`, which leads to a menu.
   * @throws ReflectError if the draft cannot be saved. Its message holds all that was written.
   */
  leave(walk: Walk, way: 'leave' | 'later' | 'back' | 'unanswered' = 'leave'): never {
    const { words } = this.#session.context
    const { leftEmpty, left, unanswered } = words.session
    const text = () => encodeEntry(this.#draftOf(walk))
    saveOrGiveBack(text, () => this.#save(walk), words)
    if (way === 'unanswered') throw new LeftError(unanswered, ExitCode.done)
    const message = this.#isEmpty(walk) ? leftEmpty : left
    if (way === 'back') throw new WentBackError(message)
    throw new LeftError(message, way === 'later' ? ExitCode.done : ExitCode.interrupted)
  }

  get #making() {
    const { heading, scene } = this.#session
    return present({ heading, words: scene.words, found: this.#found, discussion: this.#discussion })
  }

  #draftOf(walk: Walk): Entry {
    const { scene } = this.#session
    return draftOf(this.#making, view(scene, walk), walk, hiddenIn(scene, walk))
  }

  /** Nothing was written, now or before. */
  #isEmpty({ held }: Walk): boolean {
    return Object.keys(held).length === 0 && (this.#found?.sections ?? []).length === 0
  }

  #save(walk: Walk): void {
    if (this.#isEmpty(walk)) return
    const { file, conflict } = this.#session.journal.saveDraft(this.#draftOf(walk))
    if (conflict !== undefined) this.#report(conflict, file)
  }

  #attempt<Saved>(save: () => Saved, sentence: (why: string) => string): Saved | undefined {
    const { renderer, context } = this.#session
    try {
      return save()
    } catch (error) {
      if (!(error instanceof ReflectError)) throw error
      renderer.say(sentence(error.inWords(context.words)))
      return undefined
    }
  }

  /** Someone else has changed the same answers: says once in which copy ours are. */
  #report({ copy, titles }: Conflict, file: string): void {
    const { renderer, context } = this.#session
    if (!this.#reported.has(copy)) renderer.say(context.words.session.conflict(file, copy, titles))
    this.#reported.add(copy)
  }
}

/** Saves a text. @throws ReflectError if the disk refuses; the message holds all of it. */
export function saveOrGiveBack<Saved>(text: () => string, save: () => Saved, words: Words): Saved {
  try {
    return save()
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    throw new ReflectError(words.session.unsaved(text(), error.inWords(words)), { cause: error })
  }
}
