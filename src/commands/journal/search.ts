import { measure } from '../../display/measure.ts'
import type { Context } from '../../context/context.ts'
import { MisuseError } from '../../context/errors.ts'
import { listEntries } from '../../journal/list.ts'
import { listedJson } from '../../export/json.ts'
import { parseQuery } from '../../journal/search/query.ts'
import { readEntry } from '../../journal/conflict-write.ts'
import { searchJournal, type Hit } from '../../journal/search/search.ts'
import type { Match } from '../../journal/search/matches.ts'
import type { EntryHead } from '../../entry/model.ts'
import type { Theme } from '../../display/theme.ts'
import { excerpt, type Marked } from '../../display/excerpt.ts'
import { width } from '../../display/width.ts'
import { visible } from '../../text/visible.ts'
import { wrap } from '../../display/wrap.ts'
import { dayOf } from '../../dates/time.ts'
import { filterOptions, resolveFilter, whyNoneFits } from '../shared/filters.ts'
import { entryLines } from './show.ts'
import { entryNote } from './entry-rows.ts'
import { canAsk, entryNamed } from '../shared/choosing.ts'
import { packsOf, themeOf } from '../shared/options.ts'
import { printJsonItems, sayCopies, tell, Ticker } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { defineCommand, flag, json, rest, type GlobalOptions } from '../shared/command.ts'
import { checkSearched, checkedJournal, reportUnread } from '../shared/journal.ts'

/** How many matches of an entry are printed. */
const SHOWN = 3

/** Finds entries by their words, and shows each match with the question that it answers. */
export const searchCommand = defineCommand({
  help: (words) => words.search.what,
  args: { words: rest('words', (words) => words.search.words) },
  options: { ...filterOptions, json, count: flag((words) => words.search.count) },
  async run(asked, context) {
    if (asked.words.length === 0) return searchWhileTyping(asked, context)
    const options = resolveFilter(asked, context)
    const said = context.words.commands.search
    const query = await parseQuery(options.words)
    const dir = checkedJournal(options, context, { isQuiet: true })
    const ticker = new Ticker(options, context)
    let looked = 0
    const digests = new Map<string, string>()
    const { hits, unread } = searchJournal(dir, query, options, {
      onProgress: (entries) => ticker.tick((looked += entries)),
      onDigest: (period, digest) => digests.set(period, digest)
    })
    ticker.clear()
    checkSearched(dir, digests, context)
    reportUnread(unread, context)
    sayCopies(
      hits.flatMap(({ entry }) => entry ?? []),
      context
    )
    if (options.json === true) printJsonItems(hits, hitJson, context)
    else if (options.count === true) context.stdout.write(`${hits.length}\n`)
    else if (hits.length === 0) tell(whyNoneFits(dir, options, context, said.nothing), context)
    else {
      const theme = themeOf(options, context)
      await print(
        (columns) => [
          ...hits.flatMap((hit) => [...hitLines(hit, measure(columns), theme, context), '']),
          said.found(hits.length)
        ],
        options,
        context
      )
    }
  }
})

/** Shows the entry that the user chooses; typing searches all entries. @throws MisuseError without a terminal. */
async function searchWhileTyping(options: GlobalOptions, context: Context): Promise<void> {
  if (!canAsk(context)) throw new MisuseError({ kind: 'no-argument', what: 'words' })
  const { entries } = listEntries(checkedJournal(options, context), { status: 'finished' })
  const { file } = await entryNamed(undefined, entries, { options, context })
  await print(entryLines(readEntry(file).entry, packsOf({}, context), options, context), options, context)
}

function hitJson({ file, matches }: Hit) {
  return {
    ...listedJson(readEntry(file).entry, file),
    matches: matches.map(({ prompt, line, text }) => ({ prompt: prompt?.id ?? null, line, text }))
  }
}

/** Day and title, then the first matches below their questions. A question that matches is shown only if no answer does. */
function hitLines({ head, file, entry, matches }: Hit, columns: number, theme: Theme, context: Context): string[] {
  const answers = matches.filter(({ inQuestion }) => !inQuestion)
  const wanted = answers.length > 0 ? answers : matches
  const shown = wanted.slice(0, SHOWN)
  const more = wanted.length - shown.length
  return [
    ...headLines(head, columns, theme, context),
    ...(entry === undefined || entry.file === file
      ? []
      : wrap(context.words.commands.search.inCopy(visible(file)), columns - 2).map((line) => theme.quiet(`  ${line}`))),
    ...shown.flatMap((match, index) => {
      if (isHeading(match)) return [`  ${excerpt(withoutMark(match), columns - 2, theme)}`]
      const { prompt } = match
      return [
        ...(prompt === undefined || prompt.id === shown[index - 1]?.prompt?.id
          ? []
          : wrap(visible(prompt.title), columns - 2).map((line) => theme.quiet(`  ${line}`))),
        `    ${excerpt(withoutMark(match), columns - 4, theme)}`
      ]
    }),
    ...(more === 0 ? [] : [theme.quiet(`    ${context.words.commands.search.more(more)}`)])
  ]
}

/** Whether a match is in the heading of its question, which then is not printed again. */
function isHeading({ prompt, inQuestion, text }: Match): boolean {
  return prompt !== undefined && inQuestion && text.startsWith('#')
}

/** One line, or if it is too long the title above the rest. */
function headLines(head: EntryHead, columns: number, theme: Theme, context: Context): string[] {
  const [day, words] = [context.words.days.inWords(dayOf(head.started)), visible(head.title)]
  const note = entryNote(head, context)
  const line = [day, theme.strong(words), theme.quiet(note)].join('  ').trimEnd()
  if (width(line) <= columns) return [line]
  const below = [day, note].filter((part) => part !== '').join(` ${theme.glyphs.dot} `)
  return [...wrap(words, columns).map((part) => theme.strong(part)), theme.quiet(below)]
}

/** A line without the Markdown mark of a heading or quotation. */
function withoutMark({ text, spans, inQuestion }: Match): Marked {
  const length = inQuestion ? (/^(?:#{1,6}|>) ?/.exec(text)?.[0].length ?? 0) : 0
  const moved = spans.map(({ start, end }) => ({ start: start - length, end: end - length }))
  return { text: text.slice(length), spans: moved.filter(({ end }) => end > 0) }
}
