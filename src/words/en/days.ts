import type { DayNames } from '../../dates/spans.ts'
import type { PlainCommand } from '../shared/types.ts'

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

/** How days may be typed. */
const spoken: DayNames = {
  today: ['today'],
  yesterday: ['yesterday'],
  current: ['this {unit}'],
  last: ['last {unit}'],
  ago: ['{count} {unit} ago'],
  thisYear: [],
  lastYear: [],
  units: {
    day: ['day', 'days'],
    week: ['week', 'weeks'],
    month: ['month', 'months'],
    year: ['year', 'years']
  },
  weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(withShort),
  months: months.map((month) => withShort(month.toLowerCase()))
}

function withShort(name: string): string[] {
  return [name, name.slice(0, 3)]
}

/** Days as people say them, in English. */
export const days = {
  months,
  monthsShort: months.map((name) => name.slice(0, 3)),
  /** Monday first. */
  weekdaysShort: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  spoken,
  /** `2026-11` as "November 2026". */
  monthInWords: (month: string) => `${months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`,
  /** `2026-11-23` as "23 November 2026". */
  inWords: (day: string) => `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
}

/** What learners may type in English. In every language these words of English are understood besides its own. */
export const typed = {
  /** The commands of plain mode besides those that are a contract, without their colon. */
  commands: {
    back: [],
    skip: [],
    help: [],
    example: [],
    overview: [],
    review: [],
    private: [],
    editor: [],
    leave: []
  } as Readonly<Record<PlainCommand, readonly string[]>>,
  yes: ['yes'],
  no: ['no'],
  /** Before words of one's own, in place of an option. */
  other: ['other'],
  /** Before the number of a question, to change whether its answer is private. */
  private: ['private']
}
