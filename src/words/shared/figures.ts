/**
 * A number as English and Welsh write it, with commas between thousands (CLDR, `numbers` of en and cy). Intl gives the same,
 * but its first use takes longer than a start.
 */
export function figures(number: number): string {
  return String(number).replace(/^-?\d+/, (whole) => whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ','))
}
