/* What is behind the text of a terminal: the query for it (xterm's ctlseqs, OSC 11), and its reply. */
import type { Background } from '../display/theme.ts'

/** Asks for the colour of the background. */
export const ASK_BACKGROUND = '\u001b]11;?\u001b\\'

/** How long the terminal may take to answer, in milliseconds. Later the screen must not change by itself. */
export const ANSWERS_WITHIN = 50

/** Terminals that print the query or ignore it. On Windows only Windows Terminal answers, in which WT_SESSION is set. */
const SILENT = /^(?:dumb|linux|cons|vt\d|ansi|sun|eterm|fbterm|emacs)/

/** Whether the terminal may answer the query. */
export function mayAnswer(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): boolean {
  const term = env['TERM'] ?? ''
  return platform === 'win32' ? env['WT_SESSION'] !== undefined : term !== '' && !SILENT.test(term)
}

/** Above and below these relative luminances the tints have a contrast of 3:1. */
const [DARKEST_LIGHT, LIGHTEST_DARK] = [0.6, 0.06]

/** The background in the body of a reply; undefined for another reply, and for one in between, on which no tint is certain. */
export function backgroundInReply(body: string): Background | undefined {
  const [, ...fields] = /^11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i.exec(body) ?? []
  if (fields.length === 0) return undefined
  const light = luminance(fields.map((field) => Number.parseInt(field, 16) / (16 ** field.length - 1)))
  return light >= DARKEST_LIGHT ? 'light' : light <= LIGHTEST_DARK ? 'dark' : undefined
}

/** The relative luminance of red, green and blue, each from 0 to 1 (WCAG 2). */
export function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
