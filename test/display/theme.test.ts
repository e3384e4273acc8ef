import { describe, expect, it } from 'vitest'
import { backgroundIn, makeTheme, useColor, useUnicode, withArrows } from '../../src/display/theme.ts'

describe('colour', () => {
  it.each([
    ['on a terminal', {}, true, {}, true],
    ['not in a pipe', {}, false, {}, false],
    ['not with NO_COLOR', { NO_COLOR: '1' }, true, {}, false],
    ['with an empty NO_COLOR', { NO_COLOR: '' }, true, {}, true],
    ['not on a dumb terminal', { TERM: 'dumb' }, true, {}, false],
    ['in a pipe with FORCE_COLOR', { FORCE_COLOR: '1' }, false, {}, true],
    ['not with FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, {}, false],
    ['not with both: who wants none gets none', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, {}, false],
    ['not with --no-color', { FORCE_COLOR: '1' }, true, { flag: false }, false],
    ['not where the setting says never', {}, true, { setting: false }, false],
    ['not in a pipe even if the setting says always', {}, false, { setting: true }, false]
  ])('is there: %s', (_, env, isTTY, wish, expected) => {
    expect(useColor(env, isTTY, wish)).toBe(expected)
  })
})

describe('Unicode', () => {
  it.each([
    ['a UTF-8 locale', { LANG: 'en_GB.UTF-8' }, 'linux', true],
    ['no locale at all', {}, 'darwin', true],
    ['the C locale', { LANG: 'C' }, 'linux', false],
    ['LC_ALL over LANG', { LC_ALL: 'C', LANG: 'en_GB.UTF-8' }, 'linux', false],
    ['the Linux console', { TERM: 'linux', LANG: 'en_GB.UTF-8' }, 'linux', false],
    ['Windows Terminal', { WT_SESSION: 'x' }, 'win32', true],
    ['the old Windows console', {}, 'win32', false]
  ] as const)('%s', (_, env, platform, expected) => {
    expect(useUnicode(env, platform)).toBe(expected)
  })
})

describe('a theme', () => {
  it('without colour leaves text alone', () => {
    const { accent, quiet, strong, emphasis, gap, good, warn } = makeTheme({ color: false, unicode: true })
    for (const style of [accent, quiet, strong, emphasis, gap, good, warn]) expect(style('text')).toBe('text')
  })

  it('with colour styles, whatever the process thinks of its own terminal', () => {
    expect(makeTheme({ color: true, unicode: true }).strong('text')).toBe('\u001b[1mtext\u001b[22m')
  })

  it('without a known background has no colours, only weights', () => {
    const theme = makeTheme({ color: true, unicode: true })
    expect(theme.lacksBackground).toBe(true)
    for (const tint of [theme.accent, theme.good, theme.warn]) expect(tint('x')).toBe(theme.strong('x'))
    theme.learnBackground('dark')
    expect([theme.lacksBackground, theme.accent('x')]).toEqual([false, '\u001b[36mx\u001b[39m'])
  })

  it.each([{ color: false }, { color: true, plain: true }, { color: true, background: 'light' as const }])(
    'needs no background: %j',
    (looks) => expect(makeTheme({ unicode: true, ...looks }).lacksBackground).toBe(false)
  )

  it('without Unicode has ASCII glyphs only', () => {
    const theme = makeTheme({ color: false, unicode: false })
    expect(Object.values(theme.glyphs).join('')).toMatch(/^[\x20-\x7e]+$/)
    expect(withArrows('↑↓ move it, ←→ choose', theme)).toBe('^v move it, <> choose')
  })
})

describe('COLORFGBG', () => {
  it.each([
    ['15;0', 'dark'],
    ['7;8', 'dark'],
    ['0;15', 'light'],
    ['0;7', 'light'],
    ['0;default;15', 'light'],
    ['12;default;0', 'dark'],
    ['15;default', undefined],
    ['default;default', undefined],
    ['0;16', undefined],
    ['0;', undefined],
    ['15', undefined],
    ['', undefined],
    [undefined, undefined]
  ])('%j is a background: %s', (COLORFGBG, background) => {
    expect(backgroundIn({ COLORFGBG })).toBe(background)
  })
})
