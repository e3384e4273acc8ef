import { days, typed } from './days.ts'
import type { EntryWords } from '../shared/types.ts'

/** The fixed words of an English entry. Readers depend on them: a change needs a way to read the old ones. */
export const entry: EntryWords = {
  skipped: 'Skipped.',
  other: 'Other:',
  notSure: 'Not sure.',
  yes: 'yes',
  no: 'no',
  when: 'When',
  iWill: 'I will',
  of: 'of',
  and: () => 'and',
  retired: 'Retired: the course has changed since this was written. It stays here with the question as it was asked.',
  get days() {
    const { spoken, withWeekday } = days
    return { spoken, withWeekday }
  },
  get typed() {
    const { yes, no, other } = typed
    return { yes, no, other }
  }
}
