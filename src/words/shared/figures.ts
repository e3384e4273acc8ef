/**
 * A number in figures, as English and Welsh both write it: thousands parted by commas (CLDR, `numbers` of en and cy).
 * Intl, which says the same, takes longer at its first use than a whole start.
 */
export function figures(number: number): string {
  return String(number).replace(/^-?\d+/, (whole) => whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ','))
}
