import type { ListPrompt } from '../../../questions/shared/model.ts'
import type { Frame, Size } from '../../screen.ts'
import { stack, windowOf } from '../parts/blocks.ts'
import { modes } from '../keys/map.ts'
import type { Act } from '../keys/match.ts'
import { actInFields, fieldAt, fieldOf, pasteInto, lineRoom, viewLine, type Fields } from '../parts/field.ts'
import { Next, type WidgetContext, type Widget } from '../parts/widget.ts'

/** A list of short items. Enter adds an item; on an empty item, and on the last if no more are allowed, it continues. */
export function list(prompt: ListPrompt, answer: unknown, context: WidgetContext): Widget<Fields> {
  const draft = Array.isArray(answer) ? answer.filter((item) => typeof item === 'string') : []
  const most = prompt.items.max
  return {
    start: written(draft, most),
    mode: (state) => (isAtEnd(state, most) || fieldAt(state).buffer.text.trim() === '' ? modes.emptyItem : modes.item),
    act: (state, act, room) => actInList(state, act, lineRoom(room, signOf(0, true, context)), most),
    paste: (state, text, room) => pasteItems(state, text, lineRoom(room, signOf(0, true, context))),
    view: (state, room) => viewList(state, prompt, room, context),
    value(state) {
      const items = itemsOf(state)
      return items.length === 0 ? undefined : items
    },
    writing: {
      get: (state) => itemsOf(state).join('\n'),
      set: (_, text) => written(linesOf(text), most)
    }
  }
}

/** Items, and an empty one to be written unless there are `most`. */
function written(items: readonly string[], most = Infinity): Fields {
  const fields = (items.length < most ? [...items, ''] : items).map(fieldOf)
  return { fields, at: fields.length - 1 }
}

/** Whether this is the last item and no other is allowed. */
function isAtEnd(state: Fields, most = Infinity): boolean {
  return state.at === state.fields.length - 1 && itemsOf(state).length >= most
}

function itemsOf({ fields }: Fields): string[] {
  return fields.map(({ buffer }) => buffer.text.trim()).filter((text) => text !== '')
}

function linesOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function actInList(state: Fields, act: Act, room: Size, most?: number): Fields | Next<Fields> {
  const { fields, at } = state
  const { text } = fieldAt(state).buffer
  const isEmpty = text.trim() === ''
  if (act.action === 'enter') {
    if (isAtEnd(state, most) || (isEmpty && at === fields.length - 1)) return new Next(state)
    return isEmpty || itemsOf(state).length >= (most ?? Infinity) ? { fields, at: at + 1 } : withNew(state)
  }
  if (act.action === 'deleteBefore' && text === '' && fields.length > 1)
    return { fields: fields.toSpliced(at, 1), at: Math.max(0, at - 1) }
  return actInFields(state, act, room)
}

/** Goes to the next item if that is empty, else adds one. */
function withNew({ fields, at }: Fields): Fields {
  if (fields[at + 1]?.buffer.text === '') return { fields, at: at + 1 }
  return { fields: fields.toSpliced(at + 1, 0, fieldOf('')), at: at + 1 }
}

/** Makes an item of each pasted line. The first is added to the current item. */
function pasteItems(state: Fields, text: string, room: Size): Fields {
  const { fields, at } = state
  const [first = '', ...more] = linesOf(text)
  const here = pasteInto(fieldAt(state), first, room, 'one')
  return { fields: fields.toSpliced(at, 1, here, ...more.map(fieldOf)), at: at + more.length }
}

function signOf(index: number, isHere: boolean, { theme }: WidgetContext): string {
  const number = `${index + 1}.`.padEnd(4)
  return isHere ? theme.accent(`${theme.glyphs.pointer} ${number}`) : '  ' + theme.quiet(number)
}

function viewList(state: Fields, prompt: ListPrompt, room: Size, context: WidgetContext): Frame {
  const { theme, words } = context
  const blocks = state.fields.map((field, index) => {
    return viewLine(field, room, signOf(index, index === state.at, context))
  })
  const count = theme.quiet(words.walk.rich.list.howMany(itemsOf(state).length, prompt.items))
  return stack(windowOf(blocks, state.at, room.rows - 1, context), { lines: [count] })
}
