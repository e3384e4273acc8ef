import { plain } from './plain.ts'
import { editor, rich } from './rich.ts'

/** What the program says while an exercise is walked through, in English: with keys, line by line, and around the editor. */
export const walk = {
  get editor() {
    return editor
  },
  get plain() {
    return plain
  },
  get rich() {
    return rich
  }
}
