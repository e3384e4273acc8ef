import type { OverviewItem } from '../../interview/model.ts'
import type { Chosen, MenuItem, Picked, Way as Forward } from '../renderer.ts'
import { Desk, Turn } from './io/question-io.ts'
import type { Room, Way } from './io/question-io.ts'
import { wrapShort } from '../../display/wrap.ts'
import { optionOf, tellFound } from './askers/pick.ts'
import { yesOrNo } from './askers/values.ts'

/** All prompts, numbered; a number goes there, an empty line is done. */
export async function chooseQuestion(
  items: readonly OverviewItem[],
  room: Room,
  menu: { title: string; how: string; at?: string }
): Promise<Chosen> {
  const { voice, words } = room
  const { how } = menu
  voice.pause()
  voice.say(menu.title)
  items.forEach((item, index) =>
    voice.say(words.walk.plain.numbered(index + 1, lineOf(item, item.id === menu.at, room)))
  )
  const desk = deskFor(room, how, ['back'])
  return leaving<Chosen>(
    async () => {
      for (;;) {
        voice.say(how)
        const typed = await desk.phrase()
        const chosen = typed === '' ? ({ kind: 'done' } as const) : chosenBy(typed, items, room)
        if (chosen !== undefined) return chosen
        voice.say(words.walk.plain.unclear(typed))
      }
    },
    (way) => ({ kind: way === 'back' ? 'back' : 'leave' })
  )
}

/** Columns of an answer that an overview says. */
const SUMMARY = 160

function lineOf(item: OverviewItem, isHere: boolean, { words }: Room): string {
  const { states, privately, here } = words.walk.plain
  const facts = [states[item.state], ...(item.private ? [privately] : []), ...(isHere ? [here] : [])].join(', ')
  const [summary = ''] = wrapShort(item.summary, SUMMARY, 1)
  return `${item.title}: ${facts}${summary === '' ? '' : `. ${summary}`}`
}

function chosenBy(typed: string, items: readonly OverviewItem[], { words }: Room): Chosen | undefined {
  const [, word = '', number] = /^:?(\p{L}+)\s+(\d+)$/u.exec(typed) ?? []
  if (words.walk.typed.private.includes(word.toLowerCase())) {
    const item = items[Number(number) - 1]
    return item && { kind: 'privacy', prompt: item.id, private: !item.private }
  }
  const item = optionOf(
    typed,
    items.map(({ id, title }) => ({ id, label: title }))
  )
  return item && { kind: 'go', to: item.id }
}

/** One of several, by number or the beginning of its label. */
export async function choose<T>(question: string, items: readonly MenuItem<T>[], room: Room): Promise<Picked<T>> {
  const { voice, words } = room
  const how = words.walk.plain.chooseLine
  voice.pause()
  voice.say(question)
  items.forEach(({ label, note }, index) => voice.say(words.walk.plain.numbered(index + 1, label, note)))
  const desk = deskFor(room, how, ['back'])
  return leaving<Picked<T>>(
    async () => {
      for (;;) {
        voice.say(how)
        const typed = await desk.phrase()
        const item = optionOf(typed, items)
        if (item !== undefined) return { kind: 'chosen', value: item.value }
        if (typed !== '' && !tellFound(typed, items, room)) voice.say(words.walk.plain.unclear(typed))
      }
    },
    (way) => ({ kind: way === 'back' ? 'back' : 'leave' })
  )
}

/** Yes or no; an empty line means the preset. */
export async function confirm(question: string, preset: boolean, room: Room): Promise<boolean | undefined> {
  const { voice, words } = room
  const how = words.walk.plain.yesNoPreset(preset)
  voice.say(question)
  const desk = deskFor(room, how, ['back'])
  return leaving<boolean | undefined>(
    async () => {
      for (;;) {
        voice.say(how)
        const typed = await desk.phrase()
        const answer = typed === '' ? preset : yesOrNo(typed, room)
        if (answer !== undefined) return answer
        voice.say(words.walk.plain.unclear(typed))
      }
    },
    (way) => (way === 'back' ? false : undefined)
  )
}

/** Waits until the learner goes on. */
export async function waitToBegin(room: Room): Promise<Forward> {
  const { begin, help } = room.words.walk.plain
  room.voice.say(begin)
  const desk = deskFor(room, help, ['skip', 'back'])
  return leaving<Forward>(
    async () => {
      await desk.goOn()
      return 'next'
    },
    (way) => (way === 'skip' ? 'next' : way === 'back' ? 'back' : 'leave')
  )
}

function deskFor(room: Room, help: string, ways: readonly Way[]): Desk {
  return new Desk(room, { ways, help: () => Promise.resolve(room.voice.say(help)) })
}

/** What the work gives, or what leaving it means. */
async function leaving<T>(work: () => Promise<T>, left: (way: Way) => T): Promise<T> {
  try {
    return await work()
  } catch (turn) {
    if (turn instanceof Turn) return left(turn.way)
    throw turn
  }
}
