import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeTheme } from '../../../src/display/theme.ts'
import { width } from '../../../src/display/width.ts'
import { actFor } from '../../../src/terminal/rich/keys/match.ts'
import { footer } from '../../../src/terminal/rich/keys/footer.ts'
import { choiceModes, choicesModes, lookers, modes, readers, type Mode } from '../../../src/terminal/rich/keys/map.ts'
import { hintsOf, keyLines } from '../../../src/terminal/rich/keys/shown.ts'
import { Next } from '../../../src/terminal/rich/parts/widget.ts'
import { withWidget } from '../../../src/terminal/rich/widgets/index.ts'
import { english, wordsIn } from '../../../src/words/index.ts'
import { runs } from '../../kit/long.ts'
import { keys, kit, sizes, strokes } from './kit.ts'
import { prompts } from './widgets/kit.ts'

const all: [string, Mode][] = [
  ...Object.entries(modes),
  ...Object.entries(choiceModes).map(([name, mode]): [string, Mode] => [`choice, ${name}`, mode]),
  ...Object.entries(choicesModes).map(([name, mode]): [string, Mode] => [`choices, ${name}`, mode]),
  ...Object.entries({ ...readers, ...lookers }).flatMap(([name, pages]) =>
    Object.entries(pages).map(([at, mode]): [string, Mode] => [`${name}, ${at}`, mode])
  )
]

/** Keys for which every terminal sends something that no other key sends. Shift-Tab is Alt-Tab on a Linux console. */
const everywhere =
  /^(?:Ctrl-X )?(?:Ctrl-[A-Z_^]|Ctrl-Space|[?qQnN/<>]|Space|Enter|Tab|Shift-Tab|Esc|Backspace|Up|Down|Left|Right|Home|End|Delete|PageUp|PageDown)$/
/** Purposes of typed characters, which need no binding. */
const typed = new Set(['digits', 'tickDigits', 'letters', 'find'])

describe('the key map', () => {
  it.each(all)('has a key that every terminal sends for each purpose: %s', (_, mode) => {
    const without = mode.filter(
      ({ purpose, keys: bound }) => !typed.has(purpose) && !Object.keys(bound).some((key) => everywhere.test(key))
    )
    expect(without).toEqual([])
  })

  it.each(all)('has no action that only some terminals can reach: %s', (_, mode) => {
    const bound = mode.flatMap(({ keys: found }) => Object.entries(found))
    const reached = new Set(bound.filter(([key]) => everywhere.test(key)).map(([, action]) => action))
    expect(bound.map(([, action]) => action).filter((action) => !reached.has(action))).toEqual([])
  })

  it.each(all.filter(([, mode]) => mode.some(({ purpose }) => purpose === 'overview')))(
    'goes on with Tab and back with Shift-Tab from every question, and to the overview with Esc: %s',
    (_, mode) => {
      const bound = new Map(mode.flatMap(({ keys: found }) => Object.entries(found)))
      expect(bound.get('Tab')).toMatch(/^(?:done|nextCell)$/)
      expect(bound.get('Shift-Tab')).toMatch(/^(?:back|lastCell)$/)
      expect(bound.get('Ctrl-D')).toMatch(/^(?:done|finishTable)$/)
      expect(bound.get('Esc')).toBe('escape')
      expect(bound.get('Ctrl-Z')).toBe(mode === readers.note.end || mode === readers.note.turn ? undefined : 'undo')
    }
  )

  it.each(all)('binds no key twice, except Ctrl-C to copy and to leave: %s', (_, mode) => {
    const bound = mode.flatMap(({ keys: found }) => Object.keys(found)).filter((key) => key !== 'Ctrl-C')
    expect(bound.filter((key, index) => bound.indexOf(key) !== index)).toEqual([])
  })

  it.each(all)('shows no two keys with the same label, and help and the way out at 40 columns: %s', (_, mode) => {
    for (const words of [english, wordsIn('cy')]) {
      const hints = hintsOf(mode, { words })
      expect(new Set(hints.map(({ label }) => label)).size).toBe(hints.length)
      for (const room of [
        { columns: 37, rows: 2 },
        { columns: 76, rows: 1 }
      ]) {
        const lines = footer(hints, room, kit.theme)
        expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(room.columns)
        expect(lines.length).toBeLessThanOrEqual(room.rows)
        const [first] = hints
        for (const hint of hints.filter(({ isNeeded }) => isNeeded === true).concat(first ?? []))
          expect(lines.join('\n')).toContain(`${hint.key} ${hint.label}`)
      }
      expect(Math.max(...keyLines(mode, 37, { theme: kit.theme, words }).map(width))).toBeLessThanOrEqual(37)
    }
  })

  it('names the keys in the help as they are on a Mac', () => {
    const namesIn = (hasMacKeys: boolean) => {
      const theme = makeTheme({ color: false, unicode: true, hasMacKeys })
      return keyLines(modes.area, 200, { theme, words: kit.words }).map((line) => line.split(/ {2,}/, 1)[0])
    }
    expect(namesIn(false)).toEqual(
      expect.arrayContaining(['Ctrl-←, Ctrl-→', 'Ctrl-Home, Ctrl-End', 'Backspace, Delete'])
    )
    const onMac = ['Option-←, Option-→', 'Ctrl-X <, Ctrl-X >', 'Delete, Fn-Delete', 'Fn-F2, Ctrl-X Ctrl-E', 'Ctrl-W']
    expect(namesIn(true)).toEqual(expect.arrayContaining(onMac))
  })

  it('tints the keys', () => {
    const theme = makeTheme({ color: true, unicode: true })
    const [line = ''] = footer(hintsOf(modes.area, kit), { columns: 76, rows: 1 }, theme)
    expect(line).toContain(theme.accent('Tab'))
  })

  it.each([
    ['\u001b[1;2D', 'left', true],
    ['\u001b[1;6D', 'wordLeft', true],
    ['\u001b[1;5D', 'wordLeft', false],
    ['\u001b[1;2H', 'first', true],
    ['\u001bb', 'wordLeft', false],
    ['\u0000', 'mark', false],
    ['\u001a', 'undo', false],
    ['\u001bOQ', 'editor', false],
    ['\u001b[Z', 'back', true],
    ['\u001b\t', 'back', false],
    ['?', 'type', false],
    ['\u0007', 'help', false]
  ])('reads %j in a text', (piece, action, selects) => {
    const [stroke] = strokes(piece)
    expect(stroke?.kind === 'key' && actFor(modes.area, stroke, kit)).toMatchObject({ action, selects })
  })
})

/** Sequences of all keys that a widget knows, and some text. */
const anyKey = fc.oneof(
  fc.constantFrom('a', 'b ', '1', '2', '9', 'y', 'n', '-', ' ', keys.enter, keys.up, keys.down, keys.left, keys.right),
  fc.constantFrom(keys.home, keys.end, keys.backspace, '\u001b[3~', keys.tab, keys.back, keys.escape),
  fc.constantFrom('u', 'k', 'w', 'y', 'z', 'r', 'x').map((letter) => keys.ctrl(letter)),
  fc.constantFrom('\u001b[1;2D', '\u001b[1;2A', '\u001b[1;6D', '\u0000', keys.pasted('one\ntwo'))
)

describe('undo', () => {
  const names = Object.keys(prompts) as (keyof typeof prompts)[]

  it.each(names)('brings back the empty answer after any keys, and redo brings all back: %s', (name) => {
    const [room] = sizes
    fc.assert(
      fc.property(fc.array(anyKey, { minLength: 10, maxLength: 40, size: 'max' }), (pieces) => {
        withWidget(
          prompts[name],
          undefined,
          () => ['What?'],
          kit,
          (widget) => {
            type State = typeof widget.start
            const after = (state: State, piece: string): State => {
              const [stroke] = strokes(piece)
              if (stroke?.kind === 'paste') return widget.paste?.(state, stroke.text, room!) ?? state
              const act = stroke === undefined ? undefined : actFor(widget.mode(state, room!), stroke, kit)
              const next = act === undefined ? state : widget.act(state, act, room!)
              return next instanceof Next ? next.state : next
            }
            const repeated = (state: State, piece: string) =>
              pieces.concat(pieces).reduce((now) => after(now, piece), state)
            const end = pieces.reduce(after, widget.start)
            const changed = repeated(end, keys.ctrl('r'))
            const undone = repeated(changed, keys.undo)
            expect(widget.value(undone)).toBeUndefined()
            const redone = repeated(undone, keys.ctrl('r'))
            expect(widget.value(redone)).toEqual(widget.value(changed))
          }
        )
      }),
      { numRuns: runs(100) }
    )
  })
})
