import {
  cut,
  deleteAfter,
  deleteBefore,
  insert,
  isSelected,
  moveAfter,
  moveBefore,
  moveTo,
  redo,
  selecting,
  selectionIn,
  toggleMark,
  undo,
  unselected,
  type TextBuffer,
  type Unit
} from '../../writing/buffer.ts'
import type { Act } from '../keys/match.ts'
import type { Action } from '../keys/map.ts'

type Change = (buffer: TextBuffer, unit: Unit) => TextBuffer
type Actions<T> = Readonly<Partial<Record<Action, T>>>

const moves: Actions<readonly [Change, Unit]> = {
  left: [moveBefore, 'grapheme'],
  right: [moveAfter, 'grapheme'],
  first: [moveBefore, 'line'],
  last: [moveAfter, 'line'],
  lineStart: [moveBefore, 'line'],
  lineEnd: [moveAfter, 'line'],
  wordLeft: [moveBefore, 'word'],
  wordRight: [moveAfter, 'word'],
  textStart: [moveBefore, 'all'],
  textEnd: [moveAfter, 'all']
}

const cuts: Actions<readonly ['before' | 'after', Unit]> = {
  cutWordBefore: ['before', 'word'],
  cutWordAfter: ['after', 'word'],
  cutLineBefore: ['before', 'line'],
  cutLineAfter: ['after', 'line']
}

const others: Actions<(buffer: TextBuffer, act: Act) => TextBuffer> = {
  type: (buffer, { text }) => insert(buffer, text),
  deleteBefore: (buffer) => deleteBefore(buffer, 'grapheme'),
  deleteAfter: (buffer) => deleteAfter(buffer, 'grapheme'),
  undo,
  redo,
  mark: toggleMark,
  escape: unselected,
  copy: (buffer, { clipboard }) => {
    clipboard.put(selected(buffer))
    return unselected(buffer)
  },
  cut: (buffer, { clipboard }) => (isSelected(buffer) ? cut(buffer, 'before', 'grapheme', clipboard) : buffer)
}

function selected(buffer: TextBuffer): string {
  const { from, to } = selectionIn(buffer)
  return buffer.text.slice(from, to)
}

/** Applies an action that edits one line and many in the same way. Gives the same buffer if it does nothing. */
export function edited(buffer: TextBuffer, act: Act): TextBuffer {
  const move = moves[act.action]
  if (move !== undefined) return moved(buffer, act, move[0](buffer, move[1]))
  const cutting = cuts[act.action]
  if (cutting !== undefined) return cut(buffer, ...cutting, act.clipboard)
  return others[act.action]?.(buffer, act) ?? buffer
}

/** Left and Right go to the ends of what is selected, unless they select more. */
function moved(buffer: TextBuffer, { action, selects }: Act, to: TextBuffer): TextBuffer {
  const collapses = isSelected(buffer) && !selects && buffer.isMarking === undefined
  if (!collapses || (action !== 'left' && action !== 'right')) return selecting(buffer, to, selects)
  const { from, to: end } = selectionIn(buffer)
  return moveTo(buffer, action === 'left' ? from : end)
}
