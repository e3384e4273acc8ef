import type { Exercise, Pack, Passage, Route, Section } from '../../pack/model.ts'
import { bySection } from '../../pack/sections.ts'
import { stepsOf } from '../../pack/routes.ts'
import { onOneLine } from '../../text/lines.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import { hasCore, minutesOf } from '../../interview/walk.ts'
import { entryWords, type Words } from '../../words/index.ts'
import { escaped } from '../escape.ts'
import { shownWhen, whenInWords } from '../pack/condition.ts'
import { privatePrompts } from '../../pack/privacy.ts'
import { calledIn, readable, type TextContext } from '../pack/names.ts'
import { readMarkdown } from '../../markdown/read.ts'
import { dirAttribute, htmlOf } from './markdown.ts'
import { pageTop } from './page.ts'
import { withEmbedded } from './pictures.ts'
import type { FindPicture } from '../document.ts'
import { askedFor, formOf } from './prompt.ts'

const STYLE = `
.purpose { font-style: italic; } .question { color: inherit; } .options { margin: 0 0 1rem; }
small { color: var(--quiet); font-size: .9em; }
section .about { margin-block-end: .5rem; } .when { font-weight: 600; font-size: .95rem; margin: 0 0 .5rem; }
dl { display: grid; grid-template-columns: minmax(5rem, auto) 1fr; gap: .25rem 1rem; font-size: .95rem; color: var(--quiet); }
dt { font-weight: 600; max-width: 10rem; } dd { margin: 0; }
dd > :first-child { margin-block-start: 0; } dd > :last-child { margin-block-end: 0; }
aside.tutor { border-inline-start: 3px solid var(--line); padding-inline-start: .75rem; margin: 0 0 1rem; }
.gap { display: inline-block; min-width: 7rem; border-block-end: 1px solid var(--quiet); }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd + dt { margin-block-start: .5rem; } }
@media print {
  @page { margin: 2cm 6.5cm 2cm 2cm; }
  article { break-before: page; padding-inline-end: .5cm; border-inline-end: 1px dotted var(--line); }
  article + article { border-block-start: 0; margin: 0; } article h2, article + article h2 { margin: 0; }
  section { break-inside: avoid; } table { width: 100%; }
}
`

/** What the page of a pack shows besides its texts. */
interface Besides {
  /** The packs through which its routes may lead. */
  readonly others?: readonly Pack[]
  readonly find?: FindPicture
  /** What learners of its class are offered to set, in sentences. */
  readonly offers?: readonly string[]
}

/** Exercises of a pack as one page for reading, with a margin for notes in print. */
export function packPage(
  pack: Pack,
  exercises: readonly Exercise[],
  words: Words,
  { others = [], find, offers = [] }: Besides = {}
): string {
  const said = words.packPage
  const facts = [`${pack.id} ${pack.version}`, ...(pack.authors.length === 0 ? [] : [said.by(pack.authors)])]
  const summary = pack.summary === undefined ? '' : `<p${dirAttribute(pack.summary)}>${escaped(pack.summary)}</p>\n`
  return (
    `${pageTop(pack.title, pack.language, STYLE)}<body>\n<a class="skip" href="#text">${escaped(words.export.skipToText)}</a>\n` +
    `<header>\n<h1${dirAttribute(pack.title)}>${escaped(pack.title)}</h1>\n` +
    `<p class="about">${escaped([...facts, pack.license ?? ''].filter((fact) => fact !== '').join(BETWEEN))}</p>\n` +
    `${summary}${classOf(pack, offers, words)}<p class="about">${escaped(said.about)}</p>\n${notesOf(pack.tutorNotes, words)}</header>\n` +
    `${contentsOf(pack, exercises, words, others)}<main id="text" tabindex="-1">\n${definedIn(pack, words)}` +
    exercises.map((exercise) => exerciseOf({ pack, exercise, words, find })).join('') +
    selfCheckOf(pack, exercises, words) +
    '</main>\n</body>\n</html>\n'
  )
}

/** The outcomes of a pack, and the terms of its glossary. */
function definedIn({ outcomes = [], glossary = [] }: Pack, words: Words): string {
  const lists = [
    [words.packPage.outcomes, outcomes.map(({ id, text }) => [id, escaped(text)] as const)],
    [
      words.packPage.glossary,
      glossary.map(({ term, meaning }) => [term, htmlOf(readMarkdown(meaning), words.export)] as const)
    ]
  ] as const
  return lists
    .map(([heading, terms]) => (terms.length === 0 ? '' : `<h2>${escaped(heading)}</h2>\n${termsOf(terms)}`))
    .join('')
}

/** The class for which the pack is set up, its first day, and what learners are offered to set. */
function classOf(
  { class: set, start }: Pack,
  offers: readonly string[],
  { packs, days, packPage: said }: Words
): string {
  const facts = [set?.name, start === undefined ? undefined : `${packs.about.starts}: ${days.withWeekday(start)}`]
  const line = facts.filter((fact) => fact !== undefined).join(BETWEEN)
  const offered = offers.length === 0 ? '' : said.offered(offers)
  return [line, offered].map((each) => (each === '' ? '' : `<p class="about">${escaped(each)}</p>\n`)).join('')
}

/** The exercises in their sections, and the routes; '' for a single exercise, unless the pack has no other and sections or routes. */
function contentsOf(pack: Pack, exercises: readonly Exercise[], words: Words, others: readonly Pack[]): string {
  const isDivided = pack.sections !== undefined || Object.keys(pack.routes).length > 0
  if (exercises.length === 1 && (pack.exercises.length > 1 || !isDivided)) return ''
  const { packPage: said } = words
  const ways = Object.values(pack.routes).map((route) => said.route(route.title, stepTitles(route, pack, others)))
  let number = 1
  const lists = bySection(pack, exercises, ({ id }) => id).map(({ section, things }) => {
    const first = number
    number += things.length
    const heading = pack.sections === undefined ? '' : sectionHeading(section, words)
    return `${heading}<ol${first === 1 ? '' : ` start="${first}"`}>\n${things.map(lineTo).join('')}</ol>\n`
  })
  return (
    `<nav aria-labelledby="contents">\n<h2 id="contents">${escaped(said.contents)}</h2>\n${lists.join('')}` +
    ways.map((way) => `<p${dirAttribute(way)}>${escaped(way)}</p>\n`).join('') +
    '</nav>\n'
  )
}

function lineTo({ id, title }: Exercise): string {
  return `<li${dirAttribute(title)}><a href="#${anchorOf(id)}">${escaped(title)}</a></li>\n`
}

/** The heading of a section, and below it when it opens and is due. */
function sectionHeading(section: Section | undefined, { packPage: said, commands }: Words): string {
  const title = section?.title ?? commands.list.inNoSection
  const { opens, due } = section ?? {}
  const days = [...(opens === undefined ? [] : [said.opens(opens)]), ...(due === undefined ? [] : [said.due(due)])]
  const about = days.length === 0 ? '' : `<p class="about">${escaped(days.join(', '))}</p>\n`
  return `<h3${dirAttribute(title)}>${escaped(title)}</h3>\n${about}`
}

/** The titles of a route's exercises; those of other packs with the title of their pack, or by name if it is not here. */
function stepTitles(route: Route, home: Pack, others: readonly Pack[]): string[] {
  return route.exercises.map((step) => {
    const [found] = stepsOf({ pack: home, route: { ...route, exercises: [step] } }, others).steps
    if (found === undefined) return step
    return found.pack === home ? found.exercise.title : `${found.exercise.title} (${found.pack.title})`
  })
}

function anchorOf(id: string): string {
  return `exercise-${id}`
}

function exerciseOf(around: TextContext): string {
  const { exercise, words } = around
  const said = words.packPage
  const { id, title, purpose, minutes, revisit, reading, discussion, prompts, afterDiscussion } = exercise
  const facts = [
    id,
    ...(minutes === undefined ? [] : [said.minutes(minutes), ...shortWay(around)]),
    ...(revisit === undefined ? [] : [comesBack(revisit, around)]),
    ...(exercise.askLater === true ? [said.asksLater] : []),
    ...(exercise.outcomes === undefined ? [] : [said.evidenceOf(exercise.outcomes)])
  ]
  const names = privatePrompts([exercise])
  const isPrivate = (prompt: Prompt) => names.has(`${id}/${prompt.id}`)
  const sections = prompts.map((prompt, index) => promptOf(prompt, index + 1, isPrivate(prompt), around))
  const passage = (name: string, text: Passage | undefined, areBlocks = false) =>
    text === undefined ? '' : `<h3>${escaped(name)}</h3>\n${passageOf(text, around, areBlocks)}`
  return (
    `<article aria-labelledby="${anchorOf(id)}">\n<h2 id="${anchorOf(id)}"${dirAttribute(title)}>${escaped(title)}</h2>\n` +
    `<p class="about">${escaped(facts.join(BETWEEN))}</p>\n` +
    (purpose === undefined ? '' : `<p class="purpose"${dirAttribute(purpose)}>${escaped(purpose)}</p>\n`) +
    notesOf(exercise.tutorNotes, words) +
    passage(said.reading, reading) +
    sections.slice(0, afterDiscussion).join('') +
    passage(said.discussion, discussion, true) +
    (afterDiscussion === undefined ? '' : sections.slice(afterDiscussion).join('')) +
    '</article>\n'
  )
}

/** How long the core takes someone who does the exercise for the first time. */
function shortWay({ pack, exercise, words }: TextContext): string[] {
  if (!hasCore(exercise)) return []
  const minutes = minutesOf({ exercise, earlier: new Map(), words: entryWords(pack.language) }, 'first')
  return minutes === undefined ? [] : [words.packPage.shortWay(minutes)]
}

/** The questions of the program at the end of routes through these exercises; '' if no route has them. */
function selfCheckOf({ routes, language }: Pack, exercises: readonly Exercise[], words: Words): string {
  const ends = Object.values(routes).filter(
    (route) => route.selfCheck === true && exercises.some(({ id }) => route.exercises.includes(id))
  )
  if (ends.length === 0) return ''
  const { title, ask, questions } = entryWords(language).selfCheck
  const items = Object.values(questions).map((question) => `<li>${escaped(question)}</li>\n`)
  return (
    `<article aria-labelledby="self-check">\n<h2 id="self-check">${escaped(title)}</h2>\n` +
    `<p class="when">${escaped(words.packPage.endOf(ends.map((route) => route.title)))}</p>\n` +
    `<p>${escaped(ask)}</p>\n<ul class="options">\n${items.join('')}</ul>\n</article>\n`
  )
}

function comesBack(
  { exercise: id, after }: NonNullable<Exercise['revisit']>,
  { pack, exercise, words }: TextContext
): string {
  if (id === exercise.id) return words.packPage.revisitsItself(after)
  return words.packPage.revisit(after, pack.exercises.find((each) => each.id === id)?.title ?? '')
}

/** Notes for tutors, which learners never see; '' if there are none. */
function notesOf(notes: string | undefined, words: Words): string {
  if (notes === undefined) return ''
  return `<aside class="tutor"><p class="when">${escaped(words.packPage.tutorNotes)}</p>\n${htmlOf(readMarkdown(notes), words.export)}</aside>\n`
}

const BETWEEN = ' · '

/** A text, or all of its wordings, each below a line that says when it is shown. Blocks are shown beside each other. */
function passageOf(text: Passage, around: TextContext, areBlocks = false): string {
  if (typeof text === 'string') return markdownOf(text, around)
  return text
    .map((wording, index) => {
      const when = shownWhen(wording, index > 0 && !areBlocks, around)
      return (when === '' ? '' : `<p class="when">${escaped(when)}</p>\n`) + markdownOf(wording.text, around)
    })
    .join('')
}

/** A text by the author, and explanations of its quotations. */
function markdownOf(text: string, around: TextContext): string {
  const { text: shown, filledIn } = readable(text, around)
  return (
    htmlOf(withEmbedded(readMarkdown(shown), around.find, around.words), around.words.export) +
    termsOf([...filledIn].map(([name, from]) => [name, escaped(from)]))
  )
}

/** A list of short names with HTML for each; names without HTML are left out. */
function termsOf(terms: readonly (readonly [string, string])[]): string {
  const lines = terms.map(([name, html]) => `<dt>${escaped(name)}</dt>\n<dd>${html}</dd>\n`)
  return lines.length === 0 ? '' : `<dl>\n${lines.join('')}</dl>\n`
}

/** The outcomes of a prompt, if they are not those of its exercise. */
function ownOutcomes({ outcomes }: Prompt, { exercise, words }: TextContext): string[] {
  if (outcomes === undefined || outcomes.join() === exercise.outcomes?.join()) return []
  return [words.packPage.evidenceOf(outcomes)]
}

function promptOf(prompt: Prompt, number: number, isPrivate: boolean, around: TextContext): string {
  const said = around.words.packPage
  const { id, when } = prompt
  const title = calledIn(prompt)
  const facts = [
    id,
    askedFor(prompt, around),
    ...(isPrivate ? [said.private] : []),
    ...(prompt.core === true ? [said.core] : []),
    ...ownOutcomes(prompt, around)
  ]
  const { wordings = {} } = prompt
  const { ask = prompt.ask, help = prompt.help, example = prompt.example, startWith = prompt.startWith } = wordings
  const terms = [
    [said.help, help === undefined ? '' : passageOf(help, around)],
    [said.example, example === undefined ? '' : passageOf(example, around)],
    [said.startWith, startWith === undefined ? '' : passageOf(startWith, around)]
  ] as const
  return (
    `<section>\n<h3${dirAttribute(title)}>${number}. ${escaped(title)}</h3>\n` +
    `<p class="about">${escaped(facts.join(BETWEEN))}</p>\n` +
    (when === undefined ? '' : `<p class="when">${escaped(whenInWords(when, around))}</p>\n`) +
    // A question of one plain sentence is already its heading.
    (typeof ask === 'string' && onOneLine(ask) === title
      ? ''
      : `<div class="question">\n${passageOf(ask, around)}</div>\n`) +
    formOf(prompt, around) +
    `${termsOf(terms.filter(([, html]) => html !== ''))}${notesOf(prompt.tutorNotes, around.words)}</section>\n`
  )
}
