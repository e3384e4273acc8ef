/* The theme of everything that is shown: colours by meaning, and glyphs with ASCII fallbacks. */
import { Chalk } from 'chalk'

type Style = (text: string) => string
type Env = Readonly<Record<string, string | undefined>>

/** Glyphs by meaning, in Unicode or in ASCII; some ASCII ones are wider. */
function glyphsFor(unicode: boolean) {
  const glyph = (modern: string, ascii: string) => (unicode ? modern : ascii)
  return {
    pointer: glyph('❯', '>'),
    /** Single choice. */
    chosen: glyph('●', '*'),
    open: glyph('○', 'o'),
    /** Multiple choice. */
    ticked: glyph('☒', '[x]'),
    unticked: glyph('☐', '[ ]'),
    done: glyph('✔', '+'),
    failed: glyph('✖', 'x'),
    warning: glyph('⚠', '!'),
    skipped: glyph('–', '-'),
    begun: glyph('…', '~'),
    bullet: glyph('•', '*'),
    dot: glyph('·', '.'),
    /** Separates short facts on one line. */
    between: glyph(' · ', ' - '),
    rule: glyph('─', '-'),
    bar: glyph('│', '|'),
    cross: glyph('┼', '+'),
    filled: glyph('█', '#'),
    unfilled: glyph('░', '.'),
    /** A day in a calendar. */
    day: glyph('■', '#'),
    ellipsis: glyph('…', '...'),
    up: glyph('↑', '^'),
    down: glyph('↓', 'v'),
    left: glyph('←', '<'),
    right: glyph('→', '>')
  }
}

/** Styles are functions from text to text; without colour each returns its argument. */
interface Styles {
  /** The current item, and what can be acted on. */
  readonly accent: Style
  /** Secondary text: hints, notes, addresses. */
  readonly quiet: Style
  readonly strong: Style
  readonly emphasis: Style
  readonly good: Style
  readonly warn: Style
  readonly danger: Style
  /** What a search found. Reverse video, which differs on every palette. */
  readonly found: Style
}

export interface Theme extends Styles {
  readonly color: boolean
  readonly unicode: boolean
  /** For reading aloud: nothing is drawn or placed side by side. */
  readonly plain: boolean
  readonly glyphs: Readonly<ReturnType<typeof glyphsFor>>
}

const arrows = { '↑': 'up', '↓': 'down', '←': 'left', '→': 'right' } as const

/** Replaces arrows in a sentence by ASCII if the terminal needs it. */
export function withArrows(sentence: string, { unicode, glyphs }: Pick<Theme, 'unicode' | 'glyphs'>): string {
  return unicode ? sentence : sentence.replaceAll(/[↑↓←→]/g, (sign) => glyphs[arrows[sign as keyof typeof arrows]])
}

/** The theme for an output whose support for colours and Unicode is known. Plain mode has no colours. */
export function makeTheme(looks: { color: boolean; unicode: boolean; plain?: boolean }): Theme {
  const { unicode, plain = false } = looks
  const color = looks.color && !plain
  return { color, unicode, plain, ...(color ? colours() : noColours), glyphs: glyphsFor(unicode) }
}

function colours(): Styles {
  const { cyan, dim, bold, italic, green, yellow, red, inverse } = new Chalk({ level: 1 })
  return {
    accent: cyan,
    quiet: dim,
    strong: bold,
    emphasis: italic,
    good: green,
    warn: yellow,
    danger: red,
    found: inverse
  }
}

/** Selected text: in reverse, also without colours. */
export function selected(text: string): string {
  return text === '' ? '' : `\u001b[7m${text}\u001b[27m`
}

const asItIs: Style = (text) => text

/** Written without chalk, so that chalk is not loaded. */
const noColours: Styles = {
  accent: asItIs,
  quiet: asItIs,
  strong: asItIs,
  emphasis: asItIs,
  good: asItIs,
  warn: asItIs,
  danger: asItIs,
  found: asItIs
}

/**
 * Whether to use colour. In this order: `--no-color` (`flag: false`), NO_COLOR (https://no-color.org), FORCE_COLOR, TERM=dumb,
 * no terminal, the learner's setting.
 */
export function useColor(env: Env, isTTY: boolean, wish: { flag?: boolean; setting?: boolean } = {}): boolean {
  if (wish.flag === false || env['NO_COLOR']) return false
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (env['TERM'] === 'dumb' || !isTTY) return false
  return wish.setting ?? true
}

/** Whether the terminal shows Unicode: by its locale, or on Windows by the kind of terminal. */
export function useUnicode(env: Env, platform: NodeJS.Platform): boolean {
  if (platform === 'win32') {
    const modern = env['WT_SESSION'] ?? env['ConEmuTask'] ?? env['TERM_PROGRAM'] ?? env['TERM']
    return modern !== undefined && modern !== '' && env['TERM'] !== 'dumb'
  }
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG']
  return env['TERM'] !== 'linux' && (!locale || ['utf-8', 'utf8'].some((name) => locale.toLowerCase().includes(name)))
}
