import type { Words } from '../en/index.ts'
import { plain } from './plain.ts'
import { editor, rich } from './rich.ts'
import { typed } from './typed.ts'

/** What the program says while an exercise is walked through, in Welsh: with keys, line by line, around the editor; and what it understands. */
export const walk: Words['walk'] = {
  get editor() {
    return editor
  },
  get plain() {
    return plain
  },
  get rich() {
    return rich
  },
  get typed() {
    return typed
  }
}
