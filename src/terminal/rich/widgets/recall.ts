import type { RecallPrompt } from '../../../questions/shared/model.ts'
import type { Size } from '../../screen.ts'
import { visible } from '../../../text/visible.ts'
import { wrap } from '../../../display/wrap.ts'
import { readers } from '../keys/map.ts'
import { stack } from '../parts/blocks.ts'
import type { Field } from '../parts/field.ts'
import { textOf, type WidgetContext, type Widget } from '../parts/widget.ts'
import { pages, type Page } from '../parts/pages.ts'
import { area } from './text.ts'

/** Shows an earlier answer. */
export function recalled(prompt: RecallPrompt, context: WidgetContext): Widget<Page> {
  return pages((columns) => quotedLines(prompt, columns, context), context, readers.note)
}

/** Shows an earlier answer, with a field that begins with its words. They are no answer unless they are changed. */
export function rewording(prompt: RecallPrompt, answer: unknown, context: WidgetContext): Widget<Field> {
  const before = prompt.shown ?? ''
  const writing = area({}, textOf(answer) === '' ? before : answer, context)
  const quoted = (room: Size) => shownLines(prompt, room, Math.max(1, Math.floor(room.rows / 2) - 2), context)
  const rest = (room: Size): Size => ({ columns: room.columns, rows: Math.max(3, room.rows - quoted(room).length - 2) })
  return {
    ...writing,
    value: ({ buffer }) => ([before.trim(), ''].includes(buffer.text.trim()) ? undefined : buffer.text),
    act: (field, act, room) => writing.act(field, act, rest(room)),
    paste: (field, text, room) => writing.paste?.(field, text, rest(room)) ?? field,
    view: (field, room) =>
      stack({ lines: [...quoted(room), '', context.words.walk.rich.recall.reword] }, writing.view(field, rest(room)))
  }
}

/** The earlier answer with a bar beside it. */
function quotedLines(prompt: RecallPrompt, columns: number, { theme }: WidgetContext): string[] {
  const sign = theme.quiet(`${theme.glyphs.bar} `)
  return wrap(visible(prompt.shown ?? '', { newlines: true }), columns - 3).map((line) => sign + line)
}

/** As many lines of the earlier answer as fit. */
function shownLines(prompt: RecallPrompt, room: Size, rows: number, context: WidgetContext): string[] {
  const lines = quotedLines(prompt, room.columns, context)
  if (lines.length <= rows) return lines
  return [...lines.slice(0, Math.max(0, rows - 1)), context.theme.quiet(context.theme.glyphs.ellipsis)]
}
