import type { DayNames } from '../../dates/spans.ts'
import { remembered } from '../../util/memoize.ts'
import { days as english } from '../en/days.ts'
import type { Words } from '../en/index.ts'

const months = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr'
]

/** The months as they sound after "o": "23 o Dachwedd". */
const mutated = [
  'ionawr',
  'chwefror',
  'fawrth',
  'ebrill',
  'fai',
  'fehefin',
  'orffennaf',
  'awst',
  'fedi',
  'hydref',
  'dachwedd',
  'ragfyr'
]

/** How days may be typed. "Mawrth" by itself is the month; the day of the week is "dydd Mawrth". */
const welsh: DayNames = {
  today: ['heddiw'],
  yesterday: ['ddoe'],
  current: ['yr {unit} hon', 'y {unit} hon', 'y {unit} hwn', 'yr {unit} yma', 'y {unit} yma', '{unit} yma'],
  last: [
    'yr {unit} ddiwethaf',
    'y {unit} ddiwethaf',
    'y {unit} diwethaf',
    '{unit} ddiwethaf',
    '{unit} diwethaf',
    'yr {unit} ddiwetha',
    'y {unit} diwetha'
  ],
  ago: ['{count} {unit} yn ôl', '{count} {unit} yn ol'],
  thisYear: ['eleni'],
  lastYear: ['llynedd', 'y llynedd'],
  units: {
    day: ['diwrnod', 'ddiwrnod', 'niwrnod', 'dydd'],
    week: ['wythnos'],
    month: ['mis', 'fis'],
    year: ['blwyddyn', 'flwyddyn', 'blynedd', 'flynedd', 'mlynedd']
  },
  weekdays: [
    ['dydd llun', 'llun'],
    ['dydd mawrth'],
    ['dydd mercher', 'mercher'],
    ['dydd iau', 'iau'],
    ['dydd gwener', 'gwener'],
    ['dydd sadwrn', 'sadwrn'],
    ['dydd sul', 'sul']
  ],
  months: months.map((month, index) => {
    const name = month.toLowerCase()
    return [name, `mis ${name}`, name.slice(0, 3), mutated[index] ?? name]
  })
}

/** Either language's names: English is understood too, for scripts are written in it. */
function both(one: DayNames, other: DayNames): DayNames {
  const keys = ['day', 'week', 'month', 'year'] as const
  const units = keys.map((key) => [key, [...one.units[key], ...other.units[key]]] as const)
  return {
    today: [...one.today, ...other.today],
    yesterday: [...one.yesterday, ...other.yesterday],
    current: [...one.current, ...other.current],
    last: [...one.last, ...other.last],
    ago: [...one.ago, ...other.ago],
    thisYear: [...one.thisYear, ...other.thisYear],
    lastYear: [...one.lastYear, ...other.lastYear],
    units: Object.fromEntries(units) as DayNames['units'],
    weekdays: one.weekdays.map((names, index) => [...names, ...(other.weekdays[index] ?? [])]),
    months: one.months.map((names, index) => [...names, ...(other.months[index] ?? [])])
  }
}

/** Days as people say them, in Welsh. */
export const days: Words['days'] = {
  months,
  monthsShort: ['Ion', 'Chw', 'Maw', 'Ebr', 'Mai', 'Meh', 'Gor', 'Awst', 'Medi', 'Hyd', 'Tach', 'Rhag'],
  weekdaysShort: ['Llun', 'Maw', 'Mer', 'Iau', 'Gwe', 'Sad', 'Sul'],
  get spoken() {
    return both(welsh, english.spoken)
  },
  /** `2026-11` as "Tachwedd 2026". */
  monthInWords: (month) => `${months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`,
  /** `2026-11-23` as "23 Tachwedd 2026". */
  inWords: remembered((day) => {
    const [year, month, date] = day.split('-').map(Number)
    return `${date} ${months[(month ?? 1) - 1]} ${year}`
  })
}

/** What learners may type in Welsh, and the English that they may always type. */
export const typed: Words['walk']['typed'] = {
  commands: {
    back: ['nôl', 'nol', 'yn-ôl', 'yn-ol'],
    skip: ['hepgor'],
    help: ['cymorth'],
    example: ['enghraifft'],
    overview: ['trosolwg'],
    review: ['adolygu'],
    private: ['preifat'],
    editor: ['golygydd'],
    leave: ['gadael']
  },
  // Welsh answers with the verb of the question, so there is more than one yes and one no.
  yes: ['ie', 'ydw', 'ydy', 'ydyn', 'oes', 'do', 'yes'],
  no: ['nage', 'na', 'nac ydw', 'nac ydy', 'nac oes', 'naddo', 'no'],
  other: ['arall', 'other'],
  private: ['preifat', 'private']
}
