import { Decoder } from '../../../src/terminal/decoder.ts'
import type { Stroke } from '../../../src/terminal/keys.ts'
import { Clipboard } from '../../../src/terminal/writing/clipboard.ts'
import { actFor } from '../../../src/terminal/rich/keys/match.ts'
import { hintsOf } from '../../../src/terminal/rich/keys/shown.ts'
import { Next } from '../../../src/terminal/rich/parts/widget.ts'
import type { WidgetContext, Widget } from '../../../src/terminal/rich/parts/widget.ts'
import { makeTheme } from '../../../src/display/theme.ts'
import { english } from '../../../src/words/index.ts'

export const kit: WidgetContext = {
  theme: makeTheme({ color: false, unicode: true }),
  words: english,
  clipboard: new Clipboard(),
  today: '2026-11-23'
}

/** Keys by the names that people have for them. */
export const keys = {
  enter: '\r',
  tab: '\t',
  back: '\u001b[Z',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
  pageDown: '\u001b[6~',
  backspace: '\u007f',
  undo: '\u001a',
  escape: '\u001b',
  ctrl: (letter: string) => String.fromCharCode(letter.charCodeAt(0) & 0x1f),
  pasted: (text: string) => `\u001b[200~${text}\u001b[201~`
}

/** The strokes of what is typed, one piece a key. */
export function strokes(...pieces: readonly string[]): Exclude<Stroke, { kind: 'end' }>[] {
  const decoder = new Decoder()
  // The keys are ten seconds apart, so that none is taken for the rest of the one before it.
  const all = pieces.flatMap((piece, index) => [
    ...decoder.write(piece, index * 10_000),
    ...decoder.settle(index * 10_000)
  ])
  return all.filter((stroke) => stroke.kind !== 'end')
}

export const sizes = [
  { columns: 76, rows: 12 },
  { columns: 37, rows: 8 }
]

/** A widget after some keys: what it answers, whether a key ended it, and its screen. */
export function typed<S>(widget: Widget<S>, pieces: readonly string[], room = sizes[0]!) {
  let state = widget.start
  let ended = false
  for (const stroke of strokes(...pieces)) {
    if (stroke.kind === 'paste') state = widget.paste?.(state, stroke.text, room) ?? state
    else {
      const act = actFor(widget.mode(state, room), stroke, kit)
      const after = act === undefined ? state : widget.act(state, act, room)
      ended = after instanceof Next
      state = after instanceof Next ? after.state : after
    }
  }
  const frame = widget.view(state, room)
  return {
    state,
    value: widget.value(state, ended),
    ended,
    screen: frame.lines.join('\n'),
    frame,
    hints: hintsOf(widget.mode(state, room), kit).map(({ key, label }) => `${key} ${label}`)
  }
}
