import type { Theme } from './theme.ts'

/** The appearance of each Markdown element: marks and styles. */
export interface Look {
  heading(text: string, depth: number): string
  strong(text: string): string
  emphasis(text: string): string
  code(text: string): string
  address(text: string): string
  /** A horizontal rule. */
  rule(columns: number): string
  /** The prefix of each line of a quotation. */
  readonly quote: string
  readonly bullet: string
  readonly ticked: string
  readonly unticked: string
  /** The separator of table columns; undefined if tables are written row by row. */
  readonly column: string | undefined
  /** The rule below a table's head, for columns of these widths. */
  headRule(widths: readonly number[]): string
}

/** The greatest width of rules and tables: longer lines are hard to follow. */
const WIDEST_RULE = 60

/** The colours and glyphs of the theme. */
export function richLook(theme: Theme): Look {
  const { glyphs } = theme
  return {
    heading: (text, depth) => (depth <= 2 ? theme.accent(theme.strong(text)) : theme.strong(text)),
    strong: theme.strong,
    emphasis: theme.emphasis,
    code: theme.accent,
    address: theme.quiet,
    rule: (columns) => theme.quiet(glyphs.rule.repeat(Math.min(columns, WIDEST_RULE))),
    quote: `${theme.quiet(glyphs.bar)} `,
    bullet: glyphs.bullet,
    ticked: glyphs.ticked,
    unticked: glyphs.unticked,
    column: theme.quiet(` ${glyphs.bar} `),
    headRule: (widths) =>
      theme.quiet(widths.map((columns) => glyphs.rule.repeat(columns)).join(glyphs.rule + glyphs.cross + glyphs.rule))
  }
}

function same(text: string): string {
  return text
}

/** No styles and no drawing. */
export const plainLook: Look = {
  heading: same,
  strong: same,
  emphasis: same,
  code: same,
  address: same,
  rule: () => '* * *',
  quote: '> ',
  bullet: '-',
  ticked: '[x]',
  unticked: '[ ]',
  column: undefined,
  headRule: () => ''
}
