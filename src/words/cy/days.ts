import type { DateWords } from '../../dates/typed-date.ts'
import { daysIn, lists } from '../shared/days.ts'
import { spoken as english } from '../en/days.ts'
import type * as English from '../en/index.ts'

const months = 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' ')

/** The months as they sound after "o": "23 o Dachwedd". */
const mutated = 'ionawr chwefror fawrth ebrill fai fehefin orffennaf awst fedi hydref dachwedd ragfyr'.split(' ')

/** The forms in Welsh, each list with those in English. */
function withEnglish(key: 'counts' | 'weekdays' | 'months', welsh: readonly (readonly string[])[]) {
  return welsh.map((names, index) => [...names, ...(english[key][index] ?? [])])
}

/** How days may be typed, in English too: scripts are written in it. "Mawrth" by itself is the month; the day of the week is "dydd Mawrth". */
const spoken: DateWords = {
  dayBeforeYesterday: ['echdoe', ...english.dayBeforeYesterday],
  yesterday: ['ddoe', 'doe', ...english.yesterday],
  today: ['heddiw', ...english.today],
  tomorrow: ['yfory', 'fory', ...english.tomorrow],
  dayAfterTomorrow: ['drennydd', 'trennydd', ...english.dayAfterTomorrow],
  current: [
    'yr {unit} hon',
    'y {unit} hon',
    'y {unit} hwn',
    'yr {unit} yma',
    'y {unit} yma',
    '{unit} yma',
    ...english.current
  ],
  last: [
    'yr {unit} ddiwethaf',
    'y {unit} ddiwethaf',
    'y {unit} diwethaf',
    '{unit} ddiwethaf',
    '{unit} diwethaf',
    'yr {unit} ddiwetha',
    'y {unit} diwetha',
    ...english.last
  ],
  comingWeekday: ['{weekday}', '{weekday} sydd i ddod', ...english.comingWeekday],
  thisWeekday: [
    '{weekday} yma',
    '{weekday} hwn',
    '{weekday} yr wythnos hon',
    '{weekday} yr wythnos yma',
    ...english.thisWeekday
  ],
  nextWeekday: [
    '{weekday} nesaf',
    '{weekday} nesa',
    '{weekday} yr wythnos nesaf',
    '{weekday} yr wythnos nesa',
    ...english.nextWeekday
  ],
  lastWeekday: [
    '{weekday} diwethaf',
    '{weekday} diwetha',
    '{weekday} ddiwethaf',
    '{weekday} ddiwetha',
    ...english.lastWeekday
  ],
  ahead: [
    'ymhen {count} {unit}',
    'ymhen {unit}',
    'mewn {count} {unit}',
    'mewn {unit}',
    '{count} {unit} o nawr',
    ...english.ahead
  ],
  ago: ['{count} {unit} yn ôl', '{count} {unit} yn ol', '{unit} yn ôl', ...english.ago],
  after: [
    '{count} {unit} i {anchor}',
    '{unit} i {anchor}',
    '{count} {unit} o {anchor}',
    '{unit} o {anchor}',
    ...english.after
  ],
  thisYear: ['eleni', ...english.thisYear],
  lastYear: ['llynedd', 'y llynedd', ...english.lastYear],
  units: {
    day: ['diwrnod', 'ddiwrnod', 'niwrnod', 'dydd', ...english.units.day],
    week: ['wythnos', 'wythnosau', ...english.units.week],
    month: ['mis', 'fis', 'misoedd', ...english.units.month],
    year: ['blwyddyn', 'flwyddyn', 'blynedd', 'flynedd', 'mlynedd', ...english.units.year]
  },
  fortnight: ['pythefnos', 'bythefnos', 'phythefnos', ...english.fortnight],
  counts: withEnglish(
    'counts',
    lists(`
    un; dau, dwy, ddau, ddwy; tri, tair, dri, dair; pedwar, pedair, bedwar, bedair; pump, pum, bump, bum;
    chwech, chwe; saith; wyth; naw; deg, deng, ddeg, ddeng; un ar ddeg; deuddeg, deuddeng, ddeuddeg, ddeuddeng`)
  ),
  before: ['ar', 'y', 'yr', 'ar y', 'ar yr', 'erbyn', 'erbyn y', 'erbyn yr', ...english.before],
  weekdays: withEnglish(
    'weekdays',
    lists(`
    dydd llun, ddydd llun, llun; dydd mawrth, ddydd mawrth; dydd mercher, ddydd mercher, mercher, mer;
    dydd iau, ddydd iau, iau; dydd gwener, ddydd gwener, gwener, gwe; dydd sadwrn, ddydd sadwrn, sadwrn, sad;
    dydd sul, ddydd sul, sul`)
  ),
  months: withEnglish(
    'months',
    months.map((month, index) => {
      const name = month.toLowerCase()
      return [name, `mis ${name}`, name.slice(0, 3), mutated[index] ?? name]
    })
  )
}

/** Days as people say them, in Welsh. */
export const days: typeof English.days = {
  ...daysIn({
    months,
    monthsShort: ['Ion', 'Chw', 'Maw', 'Ebr', 'Mai', 'Meh', 'Gor', 'Awst', 'Medi', 'Hyd', 'Tach', 'Rhag'],
    weekdays: ['Dydd Llun', 'Dydd Mawrth', 'Dydd Mercher', 'Dydd Iau', 'Dydd Gwener', 'Dydd Sadwrn', 'Dydd Sul'],
    weekdaysShort: ['Llun', 'Maw', 'Mer', 'Iau', 'Gwe', 'Sad', 'Sul'],
    spoken
  }),
  opensOn: (day) => `yn agor ${day.replace('Dydd', 'ddydd')}`,
  dueBy: (day) => `i'w gorffen erbyn ${day.replace('Dydd', 'dydd')}`
}

/** What learners may type in Welsh, and the English that they may always type. */
export const typed: typeof English.walk.typed = {
  commands: {
    back: ['nôl', 'nol', 'yn-ôl', 'yn-ol'],
    skip: ['hepgor'],
    help: ['cymorth'],
    example: ['enghraifft'],
    question: ['cwestiwn'],
    overview: ['trosolwg'],
    review: ['adolygu'],
    private: ['preifat'],
    editor: ['golygydd'],
    picture: ['llun'],
    leave: ['gadael'],
    lines: ['llinellau'],
    change: ['newid'],
    drop: ['tynnu'],
    again: ['eto'],
    undo: ['dadwneud'],
    up: ['i-fyny'],
    row: ['rhes']
  },
  // Welsh answers with the verb of the question, so there is more than one yes and one no.
  yes: ['ie', 'ydw', 'ydy', 'ydyn', 'oes', 'do', 'yes'],
  no: ['nage', 'na', 'nac ydw', 'nac ydy', 'nac oes', 'naddo', 'no'],
  other: ['arall', 'other'],
  private: ['preifat', 'private']
}
