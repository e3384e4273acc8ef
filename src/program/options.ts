import { InvalidArgumentError } from 'commander'
import type { Command } from 'commander'
import type { Context } from '../context/context.ts'
import { formatNames } from '../export/document.ts'
import type { FormatName } from '../export/document.ts'
import { languageTag } from '../settings/index.ts'
import { daySpan } from '../dates/spans.ts'
import type { DaySpan } from '../dates/spans.ts'
import { dayOf, isoTime } from '../dates/time.ts'

/*
 * What several commands' options have in common, and how their arguments read.
 */

/** All the values of an option that may be given several times. */
export function collect(tag: string, tags: readonly string[] = []): string[] {
  return [...tags, tag]
}

/** As `collect`, of tags to be given: on one line, and each of them says something. */
export function tagsOption(text: string, tags: readonly string[] | undefined, { words }: Context): string[] {
  const tag = text.replaceAll(/\s+/g, ' ').trim()
  if (tag === '') throw new InvalidArgumentError(words.commands.filters.notATag)
  return collect(tag, tags)
}

/** Adds `--since` and `--until`, whose days may be named in words. */
export function spanOptions(command: Command, context: Context): Command {
  const { filters } = context.words.commands
  return command
    .option('--since <day>', filters.since, (text) => dayOption(text, 'first', context))
    .option('--until <day>', filters.until, (text) => dayOption(text, 'last', context))
}

/** The first or the last of the days that an argument names. */
function dayOption(text: string, end: keyof DaySpan, { words, now }: Context): string {
  const today = dayOf(isoTime(now()))
  const span = daySpan(text, today, words.days.spoken)
  if (span === undefined) throw new InvalidArgumentError(words.commands.filters.notADay)
  return span[end]
}

/** A whole number, 1 or more. @throws InvalidArgumentError for anything else, as the others here. */
export function countOption(text: string, context: Context): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError(context.words.commands.filters.notACount)
}

/** An entry's status. */
export function statusOption(text: string, context: Context): string {
  if (text === 'finished' || text === 'draft') return text
  throw new InvalidArgumentError(context.words.commands.filters.notAStatus)
}

/** An order of the export. */
export function orderOption(text: string, context: Context): 'date' | 'reading' {
  if (text === 'date' || text === 'reading') return text
  throw new InvalidArgumentError(context.words.commands.export.notAnOrder)
}

/** A format of the export. */
export function formatOption(text: string, context: Context): FormatName {
  const name = formatNames.find((each) => each === text)
  if (name !== undefined) return name
  throw new InvalidArgumentError(context.words.commands.export.notAFormat)
}

/** A language's tag. What it chooses was looked at before. */
export function languageOption(text: string, context: Context): string {
  const tag = languageTag(text)
  if (tag !== undefined) return tag
  throw new InvalidArgumentError(context.words.commands.options.notALanguage)
}
