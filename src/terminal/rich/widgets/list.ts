import type { ListPrompt } from '../../../questions/shared/model.ts'
import type { Key } from '../../keys.ts'
import type { Frame, Size } from '../../screen.ts'
import { stack, windowOf } from '../parts/blocks.ts'
import { fieldOf, keyInLine, pasteInto, lineRoom, viewLine } from '../parts/field.ts'
import type { Field } from '../parts/field.ts'
import { Next } from '../parts/widget.ts'
import type { WidgetContext, Widget } from '../parts/widget.ts'

/** The items of a list, one of which is written. */
interface Items {
  readonly fields: readonly Field[]
  readonly at: number
}

/** A list of short items. Enter adds an item; on an empty item it continues. */
export function list(prompt: ListPrompt, answer: unknown, context: WidgetContext): Widget<Items> {
  const draft = Array.isArray(answer) ? answer.filter((item) => typeof item === 'string') : []
  const fields = [...draft, ''].map(fieldOf)
  return {
    start: { fields, at: fields.length - 1 },
    key: (state, key, room) => keyInList(state, key, lineRoom(room, signOf(0, true, context))),
    paste: (state, text, room) => pasteItems(state, text, lineRoom(room, signOf(0, true, context))),
    view: (state, room) => viewList(state, prompt, room, context),
    value(state) {
      const items = itemsOf(state)
      return items.length === 0 ? undefined : items
    },
    hints: ({ fields: all, at }) => {
      const { keys } = context.words.walk.rich
      return [all[at]?.buffer.text.trim() === '' ? keys.enterNext : keys.enterNextItem, keys.next]
    },
    writing: {
      get: (state) => itemsOf(state).join('\n'),
      set: (_, text) => {
        const all = [...linesOf(text), ''].map(fieldOf)
        return { fields: all, at: all.length - 1 }
      }
    }
  }
}

function itemsOf({ fields }: Items): string[] {
  return fields.map(({ buffer }) => buffer.text.trim()).filter((text) => text !== '')
}

function linesOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function keyInList(state: Items, key: Key, room: Size): Items | Next<Items> {
  const { fields, at } = state
  const field = fields[at] ?? fieldOf('')
  const isEmpty = field.buffer.text.trim() === ''
  if (key.name === 'enter') {
    if (isEmpty && at === fields.length - 1) return new Next(state)
    return at === fields.length - 1 || !isEmpty ? withNew(state) : { fields, at: at + 1 }
  }
  if (key.name === 'up' && !key.ctrl) return { fields, at: Math.max(0, at - 1) }
  if (key.name === 'down' && !key.ctrl) return { fields, at: Math.min(fields.length - 1, at + 1) }
  if (key.name === 'backspace' && field.buffer.text === '' && fields.length > 1) {
    return { fields: fields.toSpliced(at, 1), at: Math.max(0, at - 1) }
  }
  const changed = keyInLine(field, key, room)
  return changed === field ? state : { fields: fields.with(at, changed), at }
}

/** Goes to the next item if that is empty, else adds one. */
function withNew({ fields, at }: Items): Items {
  if (fields[at + 1]?.buffer.text === '') return { fields, at: at + 1 }
  return { fields: fields.toSpliced(at + 1, 0, fieldOf('')), at: at + 1 }
}

/** Makes an item of each pasted line. The first is added to the current item. */
function pasteItems({ fields, at }: Items, text: string, room: Size): Items {
  const [first = '', ...more] = linesOf(text)
  const here = pasteInto(fields[at] ?? fieldOf(''), first, room, 'one')
  return { fields: fields.toSpliced(at, 1, here, ...more.map(fieldOf)), at: at + more.length }
}

function signOf(index: number, isHere: boolean, { theme }: WidgetContext): string {
  const number = `${index + 1}.`.padEnd(4)
  return isHere ? theme.accent(`${theme.glyphs.pointer} ${number}`) : '  ' + theme.quiet(number)
}

function viewList(state: Items, prompt: ListPrompt, room: Size, context: WidgetContext): Frame {
  const { theme, words } = context
  const blocks = state.fields.map((field, index) => {
    const isHere = index === state.at
    const frame = viewLine(field, room, signOf(index, isHere, context))
    return isHere ? frame : { lines: frame.lines }
  })
  const more = (above: number, below: number) => theme.quiet(words.walk.rich.pick.more(above, below))
  const count = theme.quiet(words.walk.rich.list.howMany(itemsOf(state).length, prompt.items))
  return stack(windowOf(blocks, state.at, room.rows - 1, more), { lines: [count] })
}
