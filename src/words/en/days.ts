import { weekdayOf } from '../../dates/calendar.ts'
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
  dayBeforeYesterday: ['day before yesterday'],
  yesterday: ['yesterday'],
  today: ['today'],
  tomorrow: ['tomorrow'],
  dayAfterTomorrow: ['day after tomorrow'],
  current: ['this {unit}'],
  last: ['last {unit}'],
  comingWeekday: ['{weekday}', 'coming {weekday}', 'this coming {weekday}'],
  thisWeekday: ['this {weekday}', '{weekday} this week', '{weekday} of this week'],
  nextWeekday: ['next {weekday}', '{weekday} next week', '{weekday} of next week'],
  lastWeekday: ['last {weekday}', 'past {weekday}', 'this past {weekday}'],
  ahead: [
    'in {count} {unit}',
    "in {count} {unit}'s time",
    "in {count} {unit}' time",
    'in {count} {unit} time',
    '{count} {unit} from now'
  ],
  ago: ['{count} {unit} ago'],
  after: [
    '{count} {unit} {anchor}',
    '{count} {unit} on {anchor}',
    '{count} {unit} from {anchor}',
    '{count} {unit} after {anchor}',
    '{anchor} {unit}'
  ],
  thisYear: [],
  lastYear: [],
  units: {
    day: ['day', 'days'],
    week: ['week', 'weeks'],
    month: ['month', 'months'],
    year: ['year', 'years']
  },
  fortnight: ['fortnight', 'fortnights'],
  counts: [
    ['a', 'an', 'one'],
    ['two', 'a couple of', 'couple of'],
    ['three'],
    ['four'],
    ['five'],
    ['six'],
    ['seven'],
    ['eight'],
    ['nine'],
    ['ten'],
    ['eleven'],
    ['twelve']
  ],
  before: ['on', 'the', 'on the', 'by', 'by the'],
  weekdays: [
    ['monday', 'mon'],
    ['tuesday', 'tue', 'tues'],
    ['wednesday', 'wed', 'weds'],
    ['thursday', 'thu', 'thur', 'thurs'],
    ['friday', 'fri'],
    ['saturday', 'sat'],
    ['sunday', 'sun']
  ],
  months: months.map((month) => [month.toLowerCase(), month.toLowerCase().slice(0, 3)])
}

/** Monday first. */
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function inWords(day: string): string {
  return `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
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
  inWords,
  /** `2026-11-23` as "Monday 23 November 2026". */
  withWeekday: (day: string) => `${weekdays[weekdayOf(day)]} ${inWords(day)}`
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
