import { PassThrough } from 'node:stream'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeTheme, type Background } from '../../../src/display/theme.ts'
import { ANSWERS_WITHIN, ASK_BACKGROUND, backgroundInReply, mayAnswer } from '../../../src/terminal/background.ts'
import { Keyboard } from '../../../src/terminal/keyboard.ts'
import { Session } from '../../../src/terminal/rich/session.ts'
import { english } from '../../../src/words/index.ts'

const WHITE = '\u001b]11;rgb:ffff/ffff/ffff\u001b\\'
const BLACK = '\u001b]11;rgb:0000/0000/0000\u0007'

/** A session in a terminal that is written to; `painted` is how often its screen was painted again. */
function session(
  env: Record<string, string> = { TERM: 'xterm-256color' },
  looks: { color?: boolean; background?: Background } = {}
) {
  const input = new PassThrough()
  const theme = makeTheme({ color: true, unicode: true, ...looks })
  let written = ''
  let painted = 0
  const stdout = { write: (text: string | Uint8Array) => (written += String(text)), isTTY: true, columns: 80, rows: 24 }
  const keyboard = new Keyboard(input)
  const opened = new Session({ stdout, env, platform: 'linux', words: english }, keyboard, theme)
  opened.shows({ redraw: () => (painted += 1), keep: () => {} })
  opened.open()
  return {
    input,
    theme,
    keyboard,
    session: opened,
    asked: () => written.split(ASK_BACKGROUND).length - 1,
    painted: () => painted
  }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate'] }))
afterEach(() => void vi.useRealTimers())

describe('the question about the background', () => {
  it.each([
    ['light', WHITE],
    ['dark', BLACK]
  ] as const)('is answered: %s, and the screen is painted again', (background, reply) => {
    const { input, theme, session: opened, keyboard, painted } = session()
    input.emit('data', Buffer.from(reply))
    expect([theme.accent('x'), painted(), keyboard.hasNext]).toEqual([
      makeTheme({ color: true, unicode: true, background }).accent('x'),
      1,
      false
    ])
    opened.close()
  })

  it('is answered in pieces and between keys', async () => {
    const { input, theme, session: opened, keyboard } = session()
    for (const piece of ['a', ...WHITE, 'b']) input.emit('data', Buffer.from(piece))
    expect(theme.lacksBackground).toBe(false)
    const strokes = [await keyboard.read(), await keyboard.read()]
    expect(strokes).toMatchObject([{ text: 'a' }, { text: 'b' }])
    expect(keyboard.hasNext).toBe(false)
    opened.close()
  })

  it('may stay unanswered; a late answer changes nothing and is not typed', () => {
    const { input, theme, session: opened, keyboard, painted } = session()
    vi.advanceTimersByTime(ANSWERS_WITHIN + 1)
    input.emit('data', Buffer.from(WHITE))
    expect([theme.lacksBackground, painted(), keyboard.hasNext]).toEqual([true, 0, false])
    opened.close()
  })

  it('is asked once, also if the terminal was lent', () => {
    const { session: opened, asked } = session()
    opened.close()
    opened.open()
    expect(asked()).toBe(1)
    opened.close()
  })

  it.each([
    ['without colour', {}, { color: false }],
    ['if the background is known', {}, { background: 'dark' }],
    ['on a dumb terminal', { TERM: 'dumb' }, {}],
    ['on the Linux console', { TERM: 'linux' }, {}],
    ['without TERM', { TERM: '' }, {}]
  ] as const)('is not asked %s', (_, env, looks) => {
    const { session: opened, asked } = session({ TERM: 'xterm', ...env }, looks)
    expect(asked()).toBe(0)
    opened.close()
  })
})

it.each([
  [{ TERM: 'xterm-256color' }, 'linux', true],
  [{ TERM: 'xterm-256color' }, 'win32', false],
  [{ WT_SESSION: 'x' }, 'win32', true]
] as const)('a terminal with %j on %s may answer: %s', (env, platform, expected) => {
  expect(mayAnswer(env, platform)).toBe(expected)
})

describe('a reply', () => {
  it.each([
    ['11;rgb:ffff/ffff/ffff', 'light'],
    ['11;rgb:fd/f6/e3', 'light'],
    ['11;rgba:0000/2b2b/3636/ffff', 'dark'],
    ['11;rgb:8/8/8', undefined],
    ['11;rgb:ff/ff', undefined],
    ['10;rgb:ffff/ffff/ffff', undefined],
    ['11;?', undefined],
    ['', undefined]
  ])('%j means %s', (body, background) => {
    expect(backgroundInReply(body)).toBe(background)
  })

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        expect([undefined, 'dark', 'light']).toContain(backgroundInReply(`11;rgb:${body}`))
      })
    )
  })
})
