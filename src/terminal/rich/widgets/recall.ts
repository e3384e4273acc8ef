import type { RecallPrompt } from '../../../questions/shared/model.ts'
import type { Size } from '../../screen.ts'
import { visible } from '../../../display/width.ts'
import { wrap } from '../../../display/wrap.ts'
import { stack } from '../parts/blocks.ts'
import type { Field } from '../parts/field.ts'
import type { Kit, Widget } from '../parts/widget.ts'
import { pages } from '../parts/pages.ts'
import type { Page } from '../parts/pages.ts'
import { area } from './text.ts'

/** An earlier answer, only shown. */
export function recalled(prompt: RecallPrompt, kit: Kit): Widget<Page> {
  return pages((columns) => quotedLines(prompt, columns, kit), kit, kit.words.walk.rich.keys.enterGoOn)
}

/** An earlier answer, shown, and room to put it in other words. */
export function rewording(prompt: RecallPrompt, answer: unknown, kit: Kit): Widget<Field> {
  const writing = area({}, answer, kit)
  const quoted = (room: Size) => shownLines(prompt, room, Math.max(1, Math.floor(room.rows / 2) - 2), kit)
  const rest = (room: Size): Size => ({ columns: room.columns, rows: Math.max(3, room.rows - quoted(room).length - 2) })
  return {
    ...writing,
    key: (field, key, room) => writing.key(field, key, rest(room)),
    paste: (field, text, room) => writing.paste?.(field, text, rest(room)) ?? field,
    view: (field, room) =>
      stack({ lines: [...quoted(room), '', kit.words.walk.rich.recall.reword] }, writing.view(field, rest(room)))
  }
}

/** The earlier words with a bar beside them. */
function quotedLines(prompt: RecallPrompt, columns: number, { theme }: Kit): string[] {
  const sign = theme.quiet(`${theme.glyphs.bar} `)
  return wrap(visible(prompt.shown ?? '', { newlines: true }), columns - 3).map((line) => sign + line)
}

/** As many of their lines as there is room for. */
function shownLines(prompt: RecallPrompt, room: Size, rows: number, kit: Kit): string[] {
  const lines = quotedLines(prompt, room.columns, kit)
  if (lines.length <= rows) return lines
  return [...lines.slice(0, Math.max(0, rows - 1)), kit.theme.quiet(kit.theme.glyphs.ellipsis)]
}
