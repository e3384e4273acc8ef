const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
]

/** Days as people say them, in English. */
export const days = {
  months,
  /** `2026-11-23` as "23 November 2026". */
  inWords: (day: string) => {
    const [year, month, date] = day.split('-').map(Number)
    return `${date} ${months[(month ?? 1) - 1]} ${year}`
  }
}
