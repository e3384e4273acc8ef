/**
 * Draws the README's picture from a real session: runs the built program in a pseudo-terminal, types, and turns the
 * screen into SVG.
 *
 *   npm run build && node docs/draw-session.mjs
 */
import fs from 'node:fs'
import path from 'node:path'
import { openProgram } from './terminal.mjs'

const columns = 80
const rows = 24
const cell = { width: 9, height: 20 }
const margin = 20
/** The window's own bar. */
const bar = 40
const command = 'reflect start choose-your-change'
const colours = {
  background: '#1d2021',
  bar: '#282c2d',
  dots: '#4a4f50',
  text: '#e6e1d6',
  quiet: '#a39a8c',
  palette: ['#1d2021', '#e5695e', '#a9c265', '#e6b455', '#7fa8c9', '#c48fb4', '#6fc0b0', '#e6e1d6']
}

/** What is typed, each once the text before it is on the screen. */
const script = [
  ['Enter', '\r'],
  ['few words', 'opening the library on Sunday afternoons\r'],
  ['Where do you stand', '\u001B[B\u001B[B\r'],
  ['all that you could have chosen', 'Because it was small enough to finish, and because four people came.\t'],
  [
    'bystander',
    'It is ten past two on the first Sunday. The door is open and nobody quite\nbelieves it.\n\nA man with a pushchair looks in, then at his watch, then at me.'
  ],
  ['then at me.']
]

const program = openProgram(['start', 'choose-your-change'], { columns, rows, env: { COLORFGBG: '15;0' } })
const { screen } = program
await program.play(script)
fs.writeFileSync(path.join(import.meta.dirname, 'session.svg'), svg())
program.close()

function svg() {
  const shown = program.rows()
  // From the first question on: of the reading above it only a line or two would be in sight.
  const first = shown.findIndex((line) => line.includes('✔'))
  const last = shown.findLastIndex((line) => line.trim() !== '')
  const width = columns * cell.width + 2 * margin
  const height = bar + (last - first + 1) * cell.height + 2 * margin
  const title = 'A session of reflect: a question, and an answer being written'
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<rect width="100%" height="100%" rx="10" fill="${colours.background}"/>`,
    `<path d="M0 ${bar}V10a10 10 0 0 1 10-10H${width - 10}a10 10 0 0 1 10 10V${bar}z" fill="${colours.bar}"/>`,
    ...[0, 1, 2].map((dot) => `<circle cx="${margin + 2 + 20 * dot}" cy="${bar / 2}" r="6" fill="${colours.dots}"/>`),
    `<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="15" xml:space="preserve">`,
    `<text x="${width / 2}" y="${bar / 2 + 5}" text-anchor="middle" font-size="13" fill="${colours.quiet}">${command}</text>`,
    `<g transform="translate(0 ${bar + margin - first * cell.height})">`,
    ...Array.from({ length: last - first + 1 }, (_, row) => runs(first + row)).flat(),
    cursor(),
    '</g>',
    '</g>',
    '</svg>',
    ''
  ].join('\n')
}

/** The runs of a row that look alike, each as one text element. */
function runs(row) {
  const line = screen.buffer.active.getLine(screen.buffer.active.baseY + row)
  const found = []
  for (let column = 0; column < columns; column += 1) {
    const at = line?.getCell(column)
    if (at === undefined || at.getWidth() === 0) continue
    const look = `fill="${colourOf(at)}"${at.isBold() ? ' font-weight="bold"' : ''}${at.isItalic() ? ' font-style="italic"' : ''}`
    const last = found.at(-1)
    if (last?.look === look) last.text += at.getChars() || ' '
    else found.push({ look, column, text: at.getChars() || ' ' })
  }
  return found
    .filter(({ text }) => text.trim() !== '')
    .map(({ look, column, text }) => {
      const start = text.length - text.trimStart().length
      const x = margin + (column + start) * cell.width
      const words = text.trim()
      return `<text x="${x}" y="${(row + 0.75) * cell.height}" textLength="${words.length * cell.width}" ${look}>${escaped(words)}</text>`
    })
}

function colourOf(at) {
  if (at.isDim()) return colours.quiet
  return at.isFgPalette() ? (colours.palette[at.getFgColor() % 8] ?? colours.text) : colours.text
}

function cursor() {
  const { cursorX, cursorY } = screen.buffer.active
  return `<rect x="${margin + cursorX * cell.width}" y="${cursorY * cell.height + 2}" width="2" height="${cell.height - 4}" fill="${colours.text}"/>`
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
