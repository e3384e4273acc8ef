import { fold } from '../../text/folding.ts'
import type { Key, Stroke } from '../keys.ts'
import type { MenuItem } from '../renderer.ts'

/** What keys mean wherever they are pressed. */

/** Tab or Ctrl-D: done, on. */
export function isDone({ name, ctrl, shift }: Key): boolean {
  return (name === 'tab' && !shift) || (ctrl && name === 'd')
}

/** Ctrl and a letter. */
export function isControl(stroke: Stroke, letter: string): boolean {
  return stroke.kind === 'key' && stroke.ctrl && stroke.name === letter
}

/** Whether a letter chooses a line: its label begins so, or what else it may be called. */
export function beginsWith({ label, typed = [] }: MenuItem<unknown>, letter: string): boolean {
  return [label, ...typed].some((name) => fold(letter) !== '' && fold(name).startsWith(fold(letter)))
}
