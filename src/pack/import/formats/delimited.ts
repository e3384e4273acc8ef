/** Rows of a text file, at most, and cells of a row: no spreadsheet of questions has more. */
const MAX = { rows: 20_000, cells: 500 }

/**
 * The rows of comma-separated values (RFC 4180), also with semicolons or tabs. The sign that divides the first rows into the same number of
 * cells is the delimiter. Empty rows stay, so that an index is the number of a row.
 */
export function readDelimited(source: string): string[][] {
  const text = source.replace(/^sep=(.)\n/, '')
  const stated = /^sep=(.)\n/.exec(source)?.[1]
  return rowsWith(text, stated ?? delimiterOf(text))
}

function delimiterOf(text: string): string {
  const start = text.slice(0, 20_000)
  const scored = [',', ';', '\t', '|'].map((sign) => {
    const widths = rowsWith(start, sign)
      .slice(0, 20)
      .filter((row) => row.some((cell) => cell.trim() !== ''))
      .map((row) => row.length)
    const [first = 1] = widths
    const same = widths.filter((width) => width === first).length / Math.max(1, widths.length)
    return { sign, score: first > 1 ? same * 100 + Math.min(first, 20) : 0 }
  })
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).sign
}

function rowsWith(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]]
  const cell = new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)"|([^\\n${delimiter === '\t' ? '\\t' : `\\${delimiter}`}]*))[ ]*(${delimiter === '\t' ? '\\t' : `\\${delimiter}`}|\\n|$)`,
    'y'
  )
  for (let at = 0; at <= text.length && rows.length <= MAX.rows; at = cell.lastIndex) {
    cell.lastIndex = at
    const found = cell.exec(text) ?? plainCell(text, at, delimiter)
    const [whole, quoted, plain, end] = found
    const row = rows.at(-1) ?? []
    if (row.length < MAX.cells) row.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim())
    cell.lastIndex = at + whole.length
    if (end === '\n') rows.push([])
    else if (end !== delimiter) break
  }
  return rows
}

/** A cell with a quotation mark in the wrong place, as it is. */
function plainCell(text: string, at: number, delimiter: string): readonly [string, string | undefined, string, string] {
  const ends = [text.indexOf(delimiter, at), text.indexOf('\n', at)].filter((end) => end !== -1)
  const end = Math.min(text.length, ...ends)
  return [text.slice(at, end + 1), undefined, text.slice(at, end), text.slice(end, end + 1)]
}
