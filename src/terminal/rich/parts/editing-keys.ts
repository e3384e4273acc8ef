import type { Key } from '../../keys.ts'
import { deleteAfter, deleteBefore, insert, moveAfter, moveBefore, redo, undo } from '../../writing/buffer.ts'
import type { TextBuffer } from '../../writing/buffer.ts'

/** Applies a key that edits one line and many in the same way. Gives the same buffer if the key does nothing. */
export function applyEditingKey(buffer: TextBuffer, key: Key): TextBuffer {
  if (key.text !== '' && !key.ctrl && !key.meta) return insert(buffer, key.text)
  if (key.ctrl) return control(buffer, key.name)
  if (key.meta) return alternative(buffer, key.name)
  switch (key.name) {
    case 'left':
      return moveBefore(buffer, 'grapheme')
    case 'right':
      return moveAfter(buffer, 'grapheme')
    case 'home':
      return moveBefore(buffer, 'line')
    case 'end':
      return moveAfter(buffer, 'line')
    case 'backspace':
      return deleteBefore(buffer, 'grapheme')
    case 'delete':
      return deleteAfter(buffer, 'grapheme')
    default:
      return buffer
  }
}

function control(buffer: TextBuffer, name: string): TextBuffer {
  switch (name) {
    case 'left':
      return moveBefore(buffer, 'word')
    case 'right':
      return moveAfter(buffer, 'word')
    case 'home':
      return moveBefore(buffer, 'all')
    case 'end':
      return moveAfter(buffer, 'all')
    case 'a':
      return moveBefore(buffer, 'line')
    case 'b':
      return moveBefore(buffer, 'grapheme')
    case 'f':
      return moveAfter(buffer, 'grapheme')
    case 'w':
      return deleteBefore(buffer, 'word')
    case 'delete':
      return deleteAfter(buffer, 'word')
    case 'u':
      return deleteBefore(buffer, 'line')
    case 'k':
      return deleteAfter(buffer, 'line')
    case '_':
      return undo(buffer)
    case 'y':
      return redo(buffer)
    default:
      return buffer
  }
}

function alternative(buffer: TextBuffer, name: string): TextBuffer {
  switch (name) {
    case 'b':
    case 'left':
      return moveBefore(buffer, 'word')
    case 'f':
    case 'right':
      return moveAfter(buffer, 'word')
    case 'd':
    case 'delete':
      return deleteAfter(buffer, 'word')
    case 'backspace':
      return deleteBefore(buffer, 'word')
    case 'z':
      return undo(buffer)
    case 'y':
      return redo(buffer)
    default:
      return buffer
  }
}
