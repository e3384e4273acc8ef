import { days, typed } from './days.ts'
import type { EntryWords } from '../shared/types.ts'

/** The fixed words of a Welsh entry. Readers depend on them: a change needs a way to read the old ones. */
export const entry: EntryWords = {
  skipped: 'Hepgorwyd.',
  other: 'Arall:',
  notSure: 'Ddim yn siŵr.',
  yes: 'ie',
  no: 'nage',
  when: 'Pan',
  iWill: 'byddaf yn',
  of: 'o',
  and: (last) => (/^[aeiouwy]/i.test(last.normalize('NFD')) ? 'ac' : 'a'),
  retired: "Tynnwyd yn ôl: mae'r cwrs wedi newid ers ysgrifennu hyn. Mae'n aros yma gyda'r cwestiwn fel y'i gofynnwyd.",
  get days() {
    const { spoken, withWeekday } = days
    return { spoken, withWeekday }
  },
  get typed() {
    const { yes, no, other } = typed
    return { yes, no, other }
  }
}
