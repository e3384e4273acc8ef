import { measure } from '../../display/measure.ts'
import { wrapSentence } from '../../display/wrap.ts'
import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { listEntries } from '../../journal/list.ts'
import { places } from '../../pack/bundled/bundled.ts'
import { installedPacks, packsFolder, type Installed } from '../../pack/installed/list.ts'
import { readMarkdown } from '../../markdown/read.ts'
import type { Pack } from '../../pack/model.ts'
import { exercisesFor, outcomesOf, outcomeToType } from '../../pack/outcomes.ts'
import { routesOf, routeToType, stepsOf } from '../../pack/routes.ts'
import { bySection } from '../../pack/sections.ts'
import { sectionInWords } from '../../progress/sections.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import { present } from '../../util/records.ts'
import { sectionsJson } from '../exercises/list.ts'
import { unixLines } from '../../text/lines.ts'
import { printMarkdown } from '../../display/markdown.ts'
import { visible } from '../../text/visible.ts'
import { packsOf, themeOf } from '../shared/options.ts'
import { printJson } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { aboutLines, cameFrom } from './describe.ts'
import { packNamed } from './choosing.ts'
import { defineCommand, json, optional, type GlobalOptions } from '../shared/command.ts'
import { decode } from '../../text/decode.ts'
import { checkedJournal } from '../shared/journal.ts'

/** Shows what a pack is, where it comes from, its README and its LICENSE. */
export const packInfoCommand = defineCommand({
  help: (words) => words.pack.info,
  args: { id: optional('id', (words) => words.pack.id) },
  options: { json },
  async run(options, context) {
    const pack = await packNamed(options.id, { options, context })
    if (options.json !== true) return print(packLines(pack, options, context), options, context)
    const { entries } = listEntries(checkedJournal(options, context), { pack: pack.id })
    printJson(forScripts(pack, installedOf(pack, context), entries.length), context)
  }
})

function installedOf({ id }: Pack, context: Context): Installed | undefined {
  return installedPacks(context).packs.find(({ pack }) => pack.id === id)
}

/** What a pack is, with its texts, as lines. */
export function packLines(pack: Pack, options: GlobalOptions, context: Context): string[] {
  const installed = installedOf(pack, context)
  const { entries } = listEntries(checkedJournal(options, context), { pack: pack.id })
  const { words } = context
  const { added, before, entries: number, bundled } = words.packs.about
  const more = [
    [added, installed?.added.slice(0, 10)],
    [before, installed?.previous?.pack.version],
    [number, String(entries.length)]
  ] as const
  const exercises = bySection(pack, pack.exercises, ({ id }) => id).flatMap(({ section, things }) => {
    const titles = things.map(({ title }) => `  ${visible(title)}`)
    if (pack.sections === undefined) return titles
    const heading = sectionInWords(section, pack, dayOf(isoTime(context.now())), words)
    return [`  ${visible(heading)}`, ...titles.map((title) => `  ${title}`)]
  })
  const source = installed === undefined ? bundled : cameFrom(installed)
  const sha256 = installed === undefined ? {} : { sha256: installed.sha256 }
  const folder =
    installed === undefined
      ? path.join(places.written(context.installDir), pack.id)
      : path.join(packsFolder(context), installed.folder)
  const about = aboutLines({ pack, source, ...sha256, more }, context)
  return [
    ...about,
    '',
    ...exercises,
    ...routeLines(pack, context),
    ...outcomeLines(pack, context),
    ...textsIn(folder, options, context)
  ]
}

/** The routes of a pack: what to type for each, its title, and its exercises that are here. */
function routeLines(pack: Pack, context: Context): string[] {
  const packs = packsOf({}, context)
  const columns = measure(context.stdout.columns - 1) - 4
  const lines = routesOf([pack]).flatMap((route) => {
    const titles = stepsOf(route, packs).steps.map(({ exercise }) => exercise.title)
    const about = context.words.packPage.route(route.route.title, titles)
    return [
      `  reflect start --route ${routeToType(route, packs)}`,
      ...wrapSentence(visible(about), columns).map((line) => `    ${line}`)
    ]
  })
  return lines.length === 0 ? [] : ['', context.words.packs.about.routes, ...lines]
}

/** The outcomes of a pack: what to type for each, its words, and its exercises. */
function outcomeLines(pack: Pack, context: Context): string[] {
  const { outcomes = [] } = pack
  if (outcomes.length === 0) return []
  const columns = measure(context.stdout.columns - 1) - 4
  const all = outcomesOf(packsOf({}, context))
  const lines = outcomes.flatMap((outcome) => {
    const { id, text } = outcome
    const titles = exercisesFor(id, pack).map(({ title }) => title)
    const about = titles.length === 0 ? text : context.words.packPage.route(text, titles)
    const name = outcomeToType({ outcome, packs: [pack] }, all)
    return [`  reflect export --outcome ${name}`, ...wrapSentence(visible(about), columns).map((line) => `    ${line}`)]
  })
  return ['', context.words.packs.about.outcomes, ...lines]
}

/** The files of a pack that are shown, in this order. */
const READ = [/^readme(?:\.(?:md|txt))?$/i, /^licen[cs]e(?:\.(?:md|txt))?$/i]

/** The texts of a pack, each below the name of its file. */
function textsIn(folder: string, options: GlobalOptions, context: Context): string[] {
  if (!fs.existsSync(folder)) return []
  const files = fs.readdirSync(folder)
  const theme = themeOf(options, context)
  const columns = measure(context.stdout.columns - 1)
  const lines: string[] = []
  for (const name of READ.flatMap((pattern) => files.find((file) => pattern.test(file)) ?? [])) {
    const text = unixLines(decode(fs.readFileSync(path.join(folder, name))).text).trimEnd()
    const shown = /\.md$/i.test(name)
      ? printMarkdown(readMarkdown(text), columns, theme)
      : visible(text, { newlines: true }).split('\n')
    lines.push('', theme.quiet(visible(name)), '', ...shown)
  }
  return lines
}

function forScripts(pack: Pack, installed: Installed | undefined, entries: number): object {
  const { id, version, title, summary, language, languages = [language], authors, license, source } = pack
  return {
    id,
    version,
    title,
    summary: summary ?? null,
    language,
    languages,
    authors,
    license: license ?? null,
    basedOn: source ?? null,
    exercises: pack.exercises.map((exercise) => exercise.id),
    ...present({ progress: pack.progress, class: pack.class, start: pack.start, sections: sectionsJson(pack) }),
    ...present({
      outcomes: pack.outcomes?.map(({ id: name, text }) => ({
        id: name,
        text,
        exercises: exercisesFor(name, pack).map((each) => each.id)
      })),
      glossary: pack.glossary
    }),
    routes: routesOf([pack]).map(({ name, route }) => ({ name, title: route.title, exercises: route.exercises })),
    from: installed?.source ?? 'bundled',
    exact: installed?.exact ?? null,
    sha256: installed?.sha256 ?? null,
    added: installed?.added ?? null,
    before: installed?.previous?.pack.version ?? null,
    entries
  }
}
