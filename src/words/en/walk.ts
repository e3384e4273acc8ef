import { plain } from './plain.ts'
import { editor, rich } from './rich.ts'

/** What the program says about walk, in English. */
export const walk = {
  editor,
  plain,
  rich
}
