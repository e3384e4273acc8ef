/** Maximum columns. Longer lines of text are hard to read, and so are wider tables. The lines of a page have been laid out before. */
const MOST = { text: 76, table: 120, page: Number.POSITIVE_INFINITY } as const

/** What is laid out: text, columns side by side, or lines. */
export type Laid = keyof typeof MOST

/**
 * The columns that text or a table may take of a room. Screens, pages and printed text have this measure, and no margin. Infinite without a
 * terminal, where nothing is wrapped.
 */
export function measure(columns: number, laid: Laid = 'text'): number {
  return Number.isFinite(columns) ? Math.min(columns, MOST[laid]) : columns
}
