/* The visual style of everything that is shown: styles by meaning, and glyphs with ASCII fallbacks. */
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
    ticked: glyph('☑', '[x]'),
    unticked: glyph('☐', '[ ]'),
    done: glyph('✔', '+'),
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
    /** A day in a calendar. */
    day: glyph('■', '#'),
    ellipsis: glyph('…', '...'),
    up: glyph('↑', '^'),
    down: glyph('↓', 'v'),
    left: glyph('←', '<'),
    right: glyph('→', '>')
  }
}

/** How far something is done. */
export type State = 'done' | 'begun' | 'open' | 'skipped'

/** The symbol of a state, everywhere the same; '' in plain mode, in which words say it. */
export function stateSign(state: State, { glyphs, good, quiet, plain }: Theme): string {
  return plain ? '' : state === 'done' ? good(glyphs.done) : quiet(glyphs[state])
}

/** What is behind the text. */
export type Background = 'dark' | 'light'

/** Colours of the terminal's own palette. */
type Colour = 'cyan' | 'green' | 'yellow' | 'blue' | 'red'

type Tint = 'accent' | 'good' | 'warn'

/**
 * The colours of keys and symbols. They have a contrast of 3:1 in the palettes of xterm, Windows Terminal, Terminal.app, GNOME and
 * Solarized, which few of the sixteen colours have. Words are never tinted.
 */
export const TINTS: Readonly<Record<Background, Readonly<Record<Tint, Colour>>>> = {
  dark: { accent: 'cyan', good: 'green', warn: 'yellow' },
  light: { accent: 'blue', good: 'blue', warn: 'red' }
}

/**
 * The visual style. A question is strong; the learner's words have the normal weight; what is past, and hints, are quiet by their place:
 * faint and grey text is illegible in some palettes. Each style is a function from text to text; without colour it returns its argument.
 */
interface Styles {
  /** Tint of keys, and of the pointer at the current item. */
  readonly accent: Style
  /** Tint of the symbol of what is done or chosen. */
  readonly good: Style
  /** Tint of the symbol of a warning. */
  readonly warn: Style
  /** Secondary text: hints, notes, addresses. */
  readonly quiet: Style
  /** Questions, headings, the current item. */
  readonly strong: Style
  readonly emphasis: Style
  /** A gap in a sentence, also when it is filled. */
  readonly gap: Style
  /** What a search found, and the current cell of a table. Reverse video, which differs on every palette. */
  readonly found: Style
}

export interface Theme extends Styles {
  readonly color: boolean
  readonly unicode: boolean
  /** For reading aloud: nothing is drawn or placed side by side. */
  readonly plain: boolean
  readonly glyphs: Readonly<ReturnType<typeof glyphsFor>>
  /** Whether help names keys as they are on a Mac. */
  readonly hasMacKeys: boolean
  /** Whether tints depend on a background that is not known. Until it is, they are bold. */
  readonly lacksBackground: boolean
  /** Sets the background. What was styled before keeps its tints. */
  learnBackground(background: Background): void
}

const arrows = { '↑': 'up', '↓': 'down', '←': 'left', '→': 'right' } as const

/** Replaces arrows in a sentence by ASCII if the terminal needs it. */
export function withArrows(sentence: string, { unicode, glyphs }: Pick<Theme, 'unicode' | 'glyphs'>): string {
  return unicode ? sentence : sentence.replaceAll(/[↑↓←→]/g, (sign) => glyphs[arrows[sign as keyof typeof arrows]])
}

interface Looks {
  readonly color: boolean
  readonly unicode: boolean
  readonly plain?: boolean
  readonly hasMacKeys?: boolean
  /** Absent if it is not known. */
  readonly background?: Background | undefined
}

/** The theme for an output whose support for colours and Unicode is known. Plain mode has no colours. */
export function makeTheme(looks: Looks): Theme {
  const { color: isColourful, unicode, plain = false, hasMacKeys = false, background } = looks
  const color = isColourful && !plain
  const glyphs = glyphsFor(unicode)
  let known = background
  return {
    color,
    unicode,
    plain,
    glyphs,
    hasMacKeys,
    ...(color ? colours(() => known) : noColours),
    get lacksBackground() {
      return color && known === undefined
    },
    learnBackground(learned) {
      known = learned
    }
  }
}

function colours(background: () => Background | undefined): Styles {
  const chalk = new Chalk({ level: 1 })
  const { bold, italic, underline, inverse } = chalk
  const tint = (name: Tint) => (text: string) => {
    const known = background()
    return known === undefined ? bold(text) : chalk[TINTS[known][name]](text)
  }
  return {
    accent: tint('accent'),
    good: tint('good'),
    warn: tint('warn'),
    quiet: asItIs,
    strong: bold,
    emphasis: italic,
    gap: underline,
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
  good: asItIs,
  warn: asItIs,
  quiet: asItIs,
  strong: asItIs,
  emphasis: asItIs,
  gap: asItIs,
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

/**
 * The background by COLORFGBG, which rxvt, Konsole and others set to `foreground;background`, numbers of the palette, as Vim reads it;
 * undefined if it does not say.
 */
export function backgroundIn(env: Env): Background | undefined {
  const number = /^\d{1,2}(?:;[^;]*)*;(\d{1,2})$/.exec(env['COLORFGBG'] ?? '')?.[1]
  if (number === undefined || Number(number) > 15) return undefined
  return Number(number) <= 6 || number === '8' ? 'dark' : 'light'
}
