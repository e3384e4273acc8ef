import { describe, expect, it } from 'vitest'
import { makeTheme } from '../../src/display/theme.ts'
import { renderMarkdown } from '../../src/display/markdown.ts'
import { decodeEntry } from '../../src/entry/codec.ts'
import type { Entry, Section } from '../../src/entry/model.ts'
import { reasons, retirementOf } from '../../src/entry/retired.ts'
import { withoutPrivate } from '../../src/export/entry.ts'
import { entryToRead } from '../../src/export/screen.ts'
import { thenAndNow } from '../../src/progress/then-and-now.ts'
import { lines } from '../../src/questions/index.ts'
import { memoize } from '../../src/util/memoize.ts'
import { english } from '../../src/words/index.ts'
import { isLong } from '../kit/long.ts'
import { allEdits, harmless, type Edit } from './edits/edits.ts'
import { pack } from './edits/pack.ts'
import { modes, ways, type Mode, type Way } from './edits/renderer.ts'
import { resumed, revisited, states, type Left, type State } from './edits/sessions.ts'

const theme = makeTheme({ color: false, unicode: true })

/** The words that are looked for. A day is shown in words. */
const WORD = /\b(?:say|lab)\d+\b/g

/** What `show` prints for an entry. */
function shownText(entry: Entry): string {
  return renderMarkdown(entryToRead(entry, { words: english, titles: new Map() }), 80, theme).join('\n')
}

/** The words of an entry's answers: what was typed, and the labels beside it. */
function wordsOf(sections: readonly Section[]): string[] {
  return sections.flatMap(({ prompt, body }) =>
    prompt !== undefined && body.kind === 'answered'
      ? (lines(prompt, body.answer, english.entry).join(' ').match(WORD) ?? [])
      : []
  )
}

/** The entry of a state's file, with the words in its answers and in its private ones. */
const before = memoize((text: string) => {
  const entry = decodeEntry(text)
  const secrets = entry.sections.filter((section) => section.private)
  return { entry, words: wordsOf(entry.sections), secrets: wordsOf(secrets).filter((word) => word.startsWith('say')) }
})

function missing(words: readonly string[], text: string): string[] {
  const found = new Set(text.match(WORD))
  return words.filter((word) => !found.has(word))
}

/** Everything that a session must not lose or show to others. */
function expectKept(state: State, left: Left, droppable: readonly string[]): void {
  const { words, secrets } = before(state.text)
  const kept = words.filter((word) => !droppable.includes(word))
  expect(missing(kept, left.text), 'in the file').toEqual([])
  expect(missing(kept, shownText(left.entry)), 'on the screen').toEqual([])
  const open = new Set(wordsOf(withoutPrivate(left.entry, english).sections))
  expect(
    secrets.filter((word) => open.has(word)),
    'private words'
  ).toEqual([])
  for (const section of left.entry.sections) expectRetired(state, section)
  for (const line of left.said) expect(line).not.toContain('..')
  expect(left.said.some((line) => line.startsWith('The course has changed'))).toBe(left.retired.length > 0)
}

/** A retired section has the question as it was asked, its privacy, and a sentence that says so. No answer is bare JSON. */
function expectRetired(state: State, section: Section): void {
  if (section.body.kind === 'unread') expect(section.body.text).not.toMatch(/^`{3,}json/)
  const was = before(state.text).entry.sections.find(({ id }) => id === retirementOf(section)?.id)
  if (was === undefined) return
  expect(section.ask).toBe(`*${english.entry.retired}*\n\n${was.ask}`)
  expect([section.type, section.title, section.private]).toEqual([was.type, was.title, was.private])
}

/** The words that the learner drops at the end: what they skip unfinished, and what they had hidden. */
function droppableIn(state: State, way: Way): readonly string[] {
  return way === 'leave' ? [] : [...state.hidden, ...state.unfinished]
}

/** The words of a question that was moved, and may be asked again behind the one where the learner stopped. */
function wordsMoved({ text }: State, { kind, name }: Edit): readonly string[] {
  const isMoved = ({ id }: Section) => kind === 'prompt moved' && name.trim().endsWith(`/${id}`)
  return wordsOf(before(text).entry.sections.filter(isMoved))
}

/** A draft or an entry after an edit, and how a learner goes on with it. */
interface Case {
  readonly edit: Edit
  readonly state: State
  readonly way: Way
  readonly mode: Mode
}

const edits = allEdits()

/** All cases; in a short run one for every sixth edit of a kind, with the states, ways and modes in turn. */
function allCases(): Case[] {
  // A finished entry is only read.
  const finished = states
    .filter(({ name }) => name === 'finished')
    .map((state) => ({ state, way: 'leave', mode: 'rich' }) as const)
  const drafts = states.filter(({ name }) => name !== 'finished')
  const all = [
    ...finished,
    ...drafts.flatMap((state) => ways.flatMap((way) => modes.map((mode) => ({ state, way, mode }))))
  ]
  const count = new Map<string, number>()
  return edits.flatMap((edit, index) => {
    const number = count.get(edit.kind) ?? 0
    count.set(edit.kind, number + 1)
    if (isLong) return all.map((each) => ({ edit, ...each }))
    const each = all[(index * 7) % all.length]
    return each === undefined || number % 6 > 0 ? [] : [{ edit, ...each }]
  })
}

/** The sessions after which an entry holds a retired answer, by reason and by kind of edit. */
class Tally {
  readonly reasons = new Map<string, number>()
  readonly kinds = new Map<string, number>()

  add({ kind }: Edit, { sections }: Entry): void {
    const found = new Set(sections.flatMap((section) => retirementOf(section)?.because ?? []))
    for (const reason of found) this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1)
    if (found.size > 0) this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1)
  }
}

async function runCase({ edit, state, way, mode }: Case, tally: Tally): Promise<void> {
  if (state.name === 'finished') return expectReadable(state, edit)
  const left = await resumed(state.text, state, edit.pack, mode, way)
  if (left === undefined) return
  const skipped = way === 'skip' ? wordsMoved(state, edit) : []
  expectKept(state, left, [...droppableIn(state, way), ...skipped])
  tally.add(edit, left.entry)
  if (edit.kind === 'nothing') expect(left.retired).toEqual([])
  if (way === 'leave' && isLong) await expectKeptAgain(left, state, edit, mode)
}

/** What was retired stays when the draft is finished, in the same version of the pack or in the one before. */
async function expectKeptAgain({ text }: Left, state: State, edit: Edit, mode: Mode): Promise<void> {
  for (const version of [edit.pack, pack]) {
    const again = await resumed(text, state, version, mode, 'keep')
    if (again === undefined) continue
    if (version === edit.pack) expect(again.retired).toEqual([])
    expectKept(state, again, droppableIn(state, 'keep'))
  }
}

/** A finished entry is not touched, and every answer of it is found in "then and now". */
function expectReadable(state: State, { pack: now }: Edit): void {
  const { entry, words } = before(state.text)
  expect(missing(words, shownText(entry))).toEqual([])
  const compared = thenAndNow(revisited(entry, now), [entry])
  const sections = compared.flatMap(({ answers }) => answers.map(({ section }) => section))
  expect(new Set(wordsOf(sections))).toEqual(new Set(words))
}

/** What went wrong in a case; [] if nothing did. */
async function faultsIn(each: Case, tally: Tally): Promise<string[]> {
  const { edit, state, way, mode } = each
  try {
    await runCase(each, tally)
    return []
  } catch (error) {
    return [`${edit.kind}: ${edit.name} (${state.name}, ${way}, ${mode}): ${String(error)}`]
  }
}

describe(`any single edit of a pack, of ${edits.length}`, () => {
  const cases = allCases()
  const tally = new Tally()

  it.each(states)('keeps every answer: $name', { timeout: 3_600_000 }, async (state) => {
    const faults: string[] = []
    const ours = cases.filter((each) => each.state === state)
    for (const each of ours) faults.push(...(await faultsIn(each, tally)))
    expect(faults.slice(0, 5)).toEqual([])
    console.log(`${ours.length} sessions with: ${state.name}`)
  })

  it('asks what depends on an option as before, after it was reworded', async () => {
    const edit = edits.find(({ kind, name }) => kind === 'option reworded' && name === 'one/part led')
    const [state] = states
    if (edit === undefined || state === undefined) throw new Error('no such edit')
    for (const mode of modes)
      expect((await resumed(state.text, state, edit.pack, mode, 'leave'))?.retired).toEqual(['Part'])
  })

  it('retires answers for every reason', () => {
    console.log('retired, by reason:', Object.fromEntries(tally.reasons))
    console.log('retired, by kind of edit:', Object.fromEntries(tally.kinds))
    // The other one has no change of a pack.
    expect([...tally.reasons.keys()].toSorted()).toEqual(reasons.filter((reason) => reason !== 'answers').toSorted())
    const harmful = new Set(edits.map(({ kind }) => kind).filter((kind) => isLong && !harmless.has(kind)))
    expect([...harmful].filter((kind) => !tally.kinds.has(kind))).toEqual([])
  })
})
