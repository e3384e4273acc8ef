import type { Words } from '../en/index.ts'
import { figures } from '../shared/figures.ts'
import { count, nouns, times } from './counting.ts'

/** What the commands that look for entries and back on them say, in Welsh. */
export const readingCommands: Pick<Words['commands'], 'search' | 'progress' | 'revisit'> = {
  search: {
    what: 'dod o hyd i gofnodion yn ôl eu geiriau',
    words: 'geiriau, y mae\'n rhaid i bob un fod yno; "ymadroddion"; /patrymau/',
    count: 'argraffu dim ond faint o gofnodion a gafwyd',
    more: (matches) => `a ${matches} arall`,
    found: (entries) => `${count(entries, nouns.entry)}.`,
    nothing: 'Ni chafwyd hyd i ddim. Rhowch gynnig ar lai o eiriau, neu ar ddechrau gair yn unig.'
  },
  progress: {
    what: "gweld beth rydych wedi'i wneud, pryd, a beth sydd i'w weld eto",
    html: 'yr un peth fel tudalen, yn y ffeil hon',
    statement: "eich cofnod eich hun o'r hyn a gwblhawyd a phryd, fel Markdown",
    sum: (entries, minutes, words, days) =>
      entries === 0
        ? "Dim cofnod wedi'i orffen eto."
        : `${count(entries, nouns.entry)} ar ${count(days, nouns.day)}: ${count(words, nouns.word)} mewn ${duration(minutes)}.`,
    done: (title, done, all) => `${title}: ${done} o ${count(all, nouns.exercise)} wedi'u gwneud`,
    tags: (tags, more) => `Tagiau: ${tags.join(', ')}${more > 0 ? ` a ${more} arall` : ''}`,
    month: (month, days) => `${month}: ${count(days, nouns.day)}`,
    ratings: 'Sgoriwyd fwy nag unwaith',
    rated: (ratings, from, to) => `${ratings} (o ${from} i ${to})`,
    newest: (shown, all) => `y ${shown} diweddaraf o ${figures(all)}`,
    hidden: (ratings) =>
      `Arhosodd ${count(ratings, nouns.rating)} preifat yn y dyddlyfr (mae --include-private yn mynd â nhw).`,
    includePrivate: 'ar y dudalen, sgorau preifat hefyd',
    due: "I'w gweld eto",
    dueSince: (title, id, day) => `"${title}", ers ${day}: reflect start ${id}`
  },
  revisit: {
    what: 'darllen eich atebion ddoe a heddiw, ochr yn ochr',
    exercise: "ei enw, neu ddechrau'r enw; hebddo, beth sydd i'w weld eto a beth ysgrifennoch ar y diwrnod hwn",
    nothing: (title) =>
      `Nid oes gennych gofnod o "${title}" wedi'i orffen eto. Teipiwch "reflect start" i ysgrifennu un.`,
    once: (title) => `Un cofnod o "${title}" sydd hyd yma; bydd rhywbeth i'w gymharu pan fyddwch wedi'i wneud eto.`,
    reworded: 'y cwestiwn bryd hynny:',
    onThisDay: 'Ar y diwrnod hwn',
    entry: (day, title, id) => `${day}: "${title}" (reflect show ${id})`,
    several: 'Ysgrifennwyd fwy nag unwaith',
    times: (title, entries, id) => `"${title}", ${times(entries)}: reflect revisit ${id}`,
    nothingYet:
      "Nid oes dim i'w weld eto, na dim i'w gymharu. Caiff ymarferion y byddwch yn eu gwneud yr eildro eu dangos yma."
  }
}

/** Numbers that begin with a vowel when they are read: un, wyth, un ar ddeg. */
const beforeVowel = new Set([1, 8, 11])

/** "3 awr a 20 munud". */
function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = count(minutes % 60, nouns.minute)
  if (hours === 0) return rest
  return minutes % 60 === 0
    ? count(hours, nouns.hour)
    : `${count(hours, nouns.hour)} ${beforeVowel.has(minutes % 60) ? 'ac' : 'a'} ${rest}`
}
