import type { Key } from '../../keys.ts'
import {
  deleteAfter,
  deleteBefore,
  insert,
  moveAfter,
  moveBefore,
  redo,
  undo,
  type TextBuffer,
  type Unit
} from '../../writing/buffer.ts'

type Edit = readonly [change: (buffer: TextBuffer, unit: Unit) => TextBuffer, unit: Unit]

const plain: ReadonlyMap<string, Edit> = new Map([
  ['left', [moveBefore, 'grapheme']],
  ['right', [moveAfter, 'grapheme']],
  ['home', [moveBefore, 'line']],
  ['end', [moveAfter, 'line']],
  ['backspace', [deleteBefore, 'grapheme']],
  ['delete', [deleteAfter, 'grapheme']]
])

const withControl: ReadonlyMap<string, Edit> = new Map([
  ['left', [moveBefore, 'word']],
  ['right', [moveAfter, 'word']],
  ['home', [moveBefore, 'all']],
  ['end', [moveAfter, 'all']],
  ['a', [moveBefore, 'line']],
  ['b', [moveBefore, 'grapheme']],
  ['f', [moveAfter, 'grapheme']],
  ['w', [deleteBefore, 'word']],
  ['delete', [deleteAfter, 'word']],
  ['u', [deleteBefore, 'line']],
  ['k', [deleteAfter, 'line']],
  ['_', [undo, 'all']],
  ['y', [redo, 'all']]
])

const withMeta: ReadonlyMap<string, Edit> = new Map([
  ['b', [moveBefore, 'word']],
  ['left', [moveBefore, 'word']],
  ['f', [moveAfter, 'word']],
  ['right', [moveAfter, 'word']],
  ['d', [deleteAfter, 'word']],
  ['delete', [deleteAfter, 'word']],
  ['backspace', [deleteBefore, 'word']],
  ['z', [undo, 'all']],
  ['y', [redo, 'all']]
])

/** Applies a key that edits one line and many in the same way. Gives the same buffer if the key does nothing. */
export function applyEditingKey(buffer: TextBuffer, { name, text, ctrl, meta }: Key): TextBuffer {
  if (text !== '' && !ctrl && !meta) return insert(buffer, text)
  const uncontrolled = meta ? withMeta : plain
  const edit = (ctrl ? withControl : uncontrolled).get(name)
  return edit === undefined ? buffer : edit[0](buffer, edit[1])
}
