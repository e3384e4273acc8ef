import { describe, expect, it } from 'vitest'
import { makeTheme, TINTS, type Background, type Theme } from '../../src/display/theme.ts'
import { backgroundInReply, luminance } from '../../src/terminal/background.ts'

/** The first eight colours of palettes, and the other eight, as their programs ship them. */
const palettes = {
  xterm: [
    '000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5',
    '7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff'
  ],
  campbell: [
    '0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc',
    '767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2'
  ],
  oneHalfLight: [
    '383a42 e45649 50a14f c18301 0184bc a626a4 0997b3 fafafa',
    '4f525d df6c75 98c379 e4c07a 61afef c577dd 56b5c1 ffffff'
  ],
  terminalApp: [
    '000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf',
    '666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5'
  ],
  gnome: [
    '171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc',
    '5e5c64 f66151 33d17a e9ad0c 2a7bde c061cb 33c7de ffffff'
  ],
  solarized: [
    '073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5',
    '002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3'
  ]
}

/** Terminals with their default text and background. */
const terminals: readonly [
  name: string,
  palette: keyof typeof palettes,
  text: string,
  behind: string,
  is: Background
][] = [
  ['xterm', 'xterm', '000000', 'ffffff', 'light'],
  ['xterm, reversed', 'xterm', 'ffffff', '000000', 'dark'],
  ['Windows Terminal', 'campbell', 'cccccc', '0c0c0c', 'dark'],
  ['Windows Terminal, One Half Light', 'oneHalfLight', '383a42', 'fafafa', 'light'],
  ['Terminal.app', 'terminalApp', '000000', 'ffffff', 'light'],
  ['Terminal.app, dark', 'terminalApp', 'ffffff', '1e1e1e', 'dark'],
  ['GNOME', 'gnome', 'd0cfcc', '171421', 'dark'],
  ['GNOME, light', 'gnome', '171421', 'ffffff', 'light'],
  ['Solarized dark', 'solarized', '839496', '002b36', 'dark'],
  ['Solarized light', 'solarized', '657b83', 'fdf6e3', 'light']
]

/** WCAG 2: 1.4.3 for text, 1.4.11 for symbols. */
const [TEXT, SYMBOL] = [4.5, 3]
const tints = ['accent', 'good', 'warn'] as const
const words = ['quiet', 'strong', 'emphasis', 'gap', 'found'] as const

describe.each(terminals)('in %s', (_, palette, text, behind, background) => {
  const usual = contrast(text, behind)

  it.each(words)('%s words can be read', (style) => {
    for (const known of [undefined, background]) {
      const [front, back] = painted(makeTheme({ color: true, unicode: true, background: known })[style]('words'))
      expect(contrast(front, back)).toBeGreaterThanOrEqual(Math.min(TEXT, usual))
    }
  })

  it.each(tints)('the tint %s can be seen', (tint) => {
    const [front, back] = painted(makeTheme({ color: true, unicode: true, background })[tint]('✔'))
    expect(contrast(front, back)).toBeGreaterThanOrEqual(SYMBOL)
    // A terminal may show what is bold in the brighter colour of the palette, so that a tint must not be bold.
    expect(makeTheme({ color: true, unicode: true, background })[tint]('✔')).not.toContain('\u001b[1m')
  })

  it.each(tints)('the tint %s is the default colour if the background is not known', (tint) => {
    expect(painted(makeTheme({ color: true, unicode: true })[tint]('✔'))).toEqual([text, behind])
  })

  it('the background is known from its colour', () => {
    const fields = (behind.match(/../g) ?? []).map((field) => field + field)
    expect(backgroundInReply(`11;rgb:${fields.join('/')}`)).toBe(background)
  })

  /** The colours in which a terminal shows a styled text. */
  function painted(styled: string): [front: string, back: string] {
    const colours = palettes[palette].join(' ').split(' ')
    let [front, back] = [text, behind]
    for (const code of codesIn(styled)) {
      if (code === 7) [front, back] = [back, front]
      else if (code >= 30 && code <= 37) front = colours[code - 30] ?? ''
      else if (![1, 3, 4].includes(code)) throw new Error(`Neither bold, italic nor underlined: ${code}`)
    }
    return [front, back]
  }
})

it('is never faint, grey or of a colour that the contrast was not computed for', () => {
  const names = Object.values(TINTS).flatMap((tinted) => Object.values(tinted))
  expect(names.filter((name) => !['cyan', 'green', 'yellow', 'blue', 'red'].includes(name))).toEqual([])
  for (const background of [undefined, 'dark', 'light'] as const) {
    const theme = makeTheme({ color: true, unicode: true, background })
    const codes = stylesOf(theme).flatMap((style) => codesIn(style('x')))
    expect(codes.filter((code) => code === 2 || code === 8 || code >= 38)).toEqual([])
  }
})

function stylesOf(theme: Theme) {
  return [...tints, ...words].map((name) => theme[name])
}

/** The codes that begin a style. */
function codesIn(styled: string): number[] {
  const begins = styled.slice(0, styled.search(/[^\u001b[\dm;]/u))
  return Array.from(begins.matchAll(/\d+/g), ([code]) => Number(code))
}

/** WCAG 2's contrast of two colours, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other].map(luminanceOf).toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminanceOf(colour: string): number {
  return luminance((colour.match(/../g) ?? []).map((field) => Number.parseInt(field, 16) / 255))
}

describe('the contrast', () => {
  it.each([
    ['000000', 'ffffff', 21],
    ['777777', 'ffffff', 4.48],
    ['ff0000', 'ffffff', 4]
  ])('of %s on %s is that of the published tables', (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 2)
  })
})
