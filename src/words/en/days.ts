import type { DateWords } from '../../dates/typed-date.ts'
import { daysIn, lists } from '../shared/days.ts'
import type { PlainCommand } from '../shared/types.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

/** How days may be typed. */
export const spoken: DateWords = {
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
  counts: lists(`
    a, an, one; two, a couple of, couple of; three; four; five; six; seven; eight; nine; ten; eleven; twelve`),
  before: ['on', 'the', 'on the', 'by', 'by the'],
  weekdays: lists(`
    monday, mon; tuesday, tue, tues; wednesday, wed, weds; thursday, thu, thur, thurs; friday, fri;
    saturday, sat; sunday, sun`),
  months: months.map((month) => [month.toLowerCase(), month.toLowerCase().slice(0, 3)])
}

/** Days as people say them, in English. */
export const days = {
  ...daysIn({
    months,
    monthsShort: months.map((name) => name.slice(0, 3)),
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    weekdaysShort: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    spoken
  }),
  opensOn: (day: string) => `opens on ${day}`,
  dueBy: (day: string) => `due by ${day}`
}

/** What learners may type in English. In every language these words of English are understood besides its own. */
export const typed = {
  /** The commands of plain mode besides those that are a contract, without their colon. */
  commands: {
    back: [],
    skip: [],
    help: [],
    example: [],
    question: [],
    overview: [],
    review: [],
    private: [],
    editor: [],
    picture: [],
    leave: [],
    lines: [],
    change: [],
    drop: [],
    again: [],
    undo: [],
    up: [],
    row: []
  } as Readonly<Record<PlainCommand, readonly string[]>>,
  yes: ['yes'],
  no: ['no'],
  /** Before words of one's own, in place of an option. */
  other: ['other'],
  /** Before the number of a question, to change whether its answer is private. */
  private: ['private']
}
