import type { Pack } from '../pack/model.ts'
import { sectionInWords } from '../progress/sections.ts'
import { asMarkdown } from '../interview/quotations.ts'
import { shippedAs, type Words } from '../words/index.ts'
import type { HandoutFacts, HandoutPart } from '../words/en/pack-page.ts'

/** A page for learners: plain title and subtitle, and parts in Markdown. */
export interface Handout {
  readonly title: string
  readonly subtitle: string
  readonly parts: readonly HandoutPart[]
}

/** Where learners get the program and the pack, and what they type. */
export type Delivery = Pick<HandoutFacts, 'program' | 'file' | 'add'>

/** The page for learners of a pack in one language. `settings` is what its class asks to set. `today` is `YYYY-MM-DD`. */
export function handoutOf(
  pack: Pack,
  delivery: Delivery,
  { settings, today }: { readonly settings: readonly string[]; readonly today: string },
  words: Words
): Handout {
  const said = words.handout
  const sections = (pack.sections ?? []).map((section) => asMarkdown(sectionInWords(section, pack, today, words)))
  const about = [
    ...(pack.authors.length === 0 ? [] : [said.by(pack.authors)]),
    ...(pack.class?.name === undefined ? [] : [pack.class.name]),
    ...(pack.start === undefined ? [] : [`${words.packs.about.starts}: ${words.days.withWeekday(pack.start)}`])
  ]
  const opening = [
    ...(shippedAs(pack.language) === undefined ? [said.otherLanguage] : []),
    ...(pack.summary === undefined ? [] : [asMarkdown(pack.summary)])
  ].join('\n\n')
  const parts = said.parts({ ...delivery, list: `list ${pack.id}`, settings: settings.map(asMarkdown), sections })
  return {
    title: pack.title,
    subtitle: about.join(' · '),
    parts: [...(opening === '' ? [] : [{ level: 2 as const, heading: '', text: opening }]), ...parts]
  }
}

/** A page for learners as Markdown. */
export function handoutMarkdown({ title, subtitle, parts }: Handout): string {
  const blocks = parts.flatMap(({ level, heading, text }) => [
    ...(heading === '' ? [] : [`${'#'.repeat(level)} ${heading}`]),
    text
  ])
  return `${[`# ${asMarkdown(title)}`, ...(subtitle === '' ? [] : [asMarkdown(subtitle)]), ...blocks].join('\n\n')}\n`
}
