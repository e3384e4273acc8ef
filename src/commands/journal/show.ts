import { measure } from '../../display/measure.ts'
import fs from 'node:fs'
import type { Context } from '../../context/context.ts'
import { entryJson } from '../../export/json.ts'
import { entryToRead } from '../../export/screen.ts'
import { hasLostMarkers } from '../../entry/codec.ts'
import type { Entry, Listed } from '../../entry/model.ts'
import { present } from '../../util/records.ts'
import { exerciseOf } from '../exercises/resume.ts'
import { lineOfVersions, readEntry } from '../../journal/conflict-write.ts'
import { discussionIn } from '../../interview/shown-discussion.ts'
import { readMarkdown } from '../../markdown/read.ts'
import type { Pack } from '../../pack/model.ts'
import { printMarkdown } from '../../display/markdown.ts'
import { visible } from '../../text/visible.ts'
import { entryNamed } from '../shared/choosing.ts'
import { packsOf, themeOf, titlesOf } from '../shared/options.ts'
import { printRaw, printJson, sayCopies, tell } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { defineCommand, entryArgument, flag, json, type GlobalOptions } from '../shared/command.ts'
import { openedJournal, wasTold } from '../shared/journal.ts'

/** Shows one entry: rendered, as it is, or as JSON. */
export const showCommand = defineCommand({
  help: (words) => words.show.what,
  args: { entry: entryArgument },
  options: {
    raw: flag((words) => words.show.raw),
    discussion: flag((words) => words.show.discussion, ['raw', 'json']),
    json
  },
  async run(options, context) {
    const journal = openedJournal(options, context)
    const found = await entryNamed(options.entry, journal.list().entries, { options, context })
    const { file } = found
    sayCopies([found], context)
    if (options.raw === true) return raw(file, options, context)
    const { entry: read, text, fault } = readEntry(file)
    const packs = options.json === true && !hasLostMarkers(read) ? [] : packsOf({}, context)
    const entry = hasLostMarkers(read) ? rebuilt(found, packs) : read
    if (fault !== undefined) tell(visible(context.words.journal.notUtf8(file)), context)
    const line = lineOfVersions(text)
    if (line !== undefined && !wasTold(file, context))
      tell(context.words.journal.twoVersions(visible(file), line), context)
    if (options.json === true) return printJson(entryJson(entry, file), context)
    if (options.discussion === true) return printDiscussion(entry, options, context)
    return print(entryLines(entry, packs, options, context), options, context)
  }
})

/** Shows the discussion that ended the exercise. */
function printDiscussion(entry: Entry, options: GlobalOptions, context: Context): Promise<void> | void {
  const text = discussionIn(entry.sections)
  if (text === undefined) return tell(context.words.commands.show.noDiscussion(visible(entry.head.title)), context)
  const theme = themeOf(options, context)
  return print((columns) => printMarkdown(readMarkdown(text), measure(columns), theme), options, context)
}

/** Writes a file unchanged; to a terminal with control characters made visible. */
function raw(file: string, options: GlobalOptions, context: Context): Promise<void> | void {
  const bytes = fs.readFileSync(file)
  if (!context.stdout.isTTY) return printRaw(bytes, context)
  return print(visible(bytes.toString(), { newlines: true }).split('\n'), options, context)
}

/** An entry that has lost markers, with the types of its pack if it is installed. */
function rebuilt(found: Listed, packs: readonly Pack[]): Entry {
  const prompts = exerciseOf(found, packs)?.exercise.prompts
  return readEntry(found.file, present({ prompts })).entry
}

/** An entry as lines for any number of columns. `packs` give the title of its pack. */
export function entryLines(entry: Entry, packs: readonly Pack[], options: GlobalOptions, context: Context) {
  const markdown = entryToRead(entry, { words: context.words, titles: titlesOf(packs) })
  const theme = themeOf(options, context)
  return (columns: number) => printMarkdown(markdown, measure(columns), theme)
}
