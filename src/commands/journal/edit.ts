import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import { hasLostMarkers, withMarkers } from '../../entry/codec.ts'
import { withHead } from '../../entry/front-matter.ts'
import { dayOf } from '../../dates/time.ts'
import type { Listed } from '../../entry/model.ts'
import { readEntry, readWhole } from '../../journal/conflict-write.ts'
import type { Journal } from '../../journal/store.ts'
import { isSame } from '../../text/folding.ts'
import { EditorChoice } from '../../terminal/editor/choice.ts'
import { Editing, fetched } from '../../terminal/editor/edit.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import { visible } from '../../text/visible.ts'
import { translated } from '../../words/index.ts'
import { saveOrGiveBack } from '../session/saving.ts'
import { editEntry } from '../session/editing.ts'
import { canAsk, entryNamed } from '../shared/choosing.ts'
import { editorOf, packsOf, withRenderer } from '../shared/options.ts'
import { exerciseOf, resumeDraft } from '../exercises/resume.ts'
import { tell } from '../shared/output.ts'
import { oneDay } from '../shared/filters.ts'
import { defineCommand, entryArgument, flag, tagsOption, textsOption, type GlobalOptions } from '../shared/command.ts'
import { openedJournal } from '../shared/journal.ts'

/** Changes an entry: its tags, its file in an editor, or its answers one by one. */
export const editCommand = defineCommand({
  help: (words) => words.edit.what,
  args: { entry: entryArgument },
  options: {
    editor: flag((words) => words.edit.editor),
    date: oneDay((words) => words.edit.date),
    tag: tagsOption((words) => words.edit.tag),
    untag: textsOption('tag', (words) => words.edit.untag)
  },
  async run(options, context) {
    const journal = openedJournal(options, context)
    const isExact = !canAsk(context)
    const entry = await entryNamed(options.entry, journal.list().entries, { isExact, options, context })
    const { tag = [], untag = [] } = options
    const hasTags = tag.length > 0 || untag.length > 0
    if (hasTags) changeTags(entry, { tag, untag }, journal, context)
    if (options.date !== undefined) changeDate(entry, options.date, journal, context)
    if (hasTags || options.date !== undefined) return
    if (options.editor === true)
      await withRenderer(options, context, (renderer) => editWhole(entry, { journal, renderer, context }))
    else await editAnswers(entry, options, journal, context)
  }
})

async function editAnswers(entry: Listed, options: GlobalOptions, journal: Journal, context: Context): Promise<void> {
  const isDraft = entry.status === 'draft'
  if (!isDraft) restoreMarkers(entry, journal, context)
  return withRenderer(options, context, (renderer) =>
    isDraft
      ? resumeDraft(entry, { journal, options, renderer, context })
      : editEntry(entry, { journal, renderer, context })
  )
}

/** Writes lost markers back, so that each question has its type. A change that was interrupted is continued without. */
function restoreMarkers(entry: Listed, journal: Journal, context: Context): void {
  const { text, entry: read } = readWhole(entry.file)
  if (!hasLostMarkers(read) || journal.list({ status: 'draft' }).entries.some(({ id }) => id === entry.id)) return
  const prompts = exerciseOf(entry, packsOf({}, context, entry.language))?.exercise.prompts
  if (prompts !== undefined) journal.replaceText(entry.file, text, withMarkers(text, prompts))
}

/** Adds and removes tags, and prints the result. `--tag Café --untag cafe` corrects the spelling of one. */
function changeTags(
  { file }: Listed,
  { tag, untag }: { readonly tag: readonly string[]; readonly untag: readonly string[] },
  journal: Journal,
  context: Context
): void {
  const { entry: before } = readWhole(file)
  const kept = before.head.tags.filter((each) => !untag.some((name) => isSame(name, each)))
  const isNew = (each: string, at: number) =>
    !untag.includes(each) && ![...kept, ...tag.slice(0, at)].some((other) => isSame(other, each))
  const tags = [...kept, ...tag.filter(isNew)]
  journal.replaceEntry(file, before, withHead(before, { ...before.head, tags }))
  context.stdout.write(`${tags.map((each) => visible(each)).join(', ')}\n`)
}

interface WholeEdit {
  readonly journal: Journal
  readonly renderer: Renderer
  readonly context: Context
}

/** Moves an entry to another day, and says where it is now. */
function changeDate({ file, started }: Listed, day: string, journal: Journal, context: Context): void {
  const said = context.words.commands.edit
  if (day === dayOf(started)) return tell(said.unchanged, context)
  const moved = journal.changeDay(file, day).file
  tell(said.dated(context.words.days.inWords(day), visible(moved)), context)
}

/** Opens the whole file in an editor, saves it, and says which answers can no longer be read. */
async function editWhole({ file }: Listed, { journal, renderer, context }: WholeEdit): Promise<void> {
  const said = context.words.commands.edit
  const say = (line: string) => tell(line, context)
  const before = wholeTextOf(file, context)
  const editing = await opened(path.basename(file), before, renderer, context)
  const { text, isLeft } = await fetched(editing, context.words, (line) => renderer.wait(line))
  const settle = () => (isLeft ? editing.noted() : editing.saved())
  if (text === undefined) {
    settle()
    return say(said.unchanged)
  }
  if (text.trim() === '') throw new UsageError(said.emptied(visible(file)))
  const save = () => journal.replaceText(file, before, text)
  const { why, conflict, spoilt, lost } = saveOrGiveBack(() => text, save, context.words)
  settle()
  if (conflict !== undefined && why !== undefined)
    throw new UsageError(said.refused(visible(file), visible(conflict.copy), visible(translated(why, context.words))))
  if (conflict !== undefined) say(context.words.session.conflict(file, conflict.copy, conflict.titles))
  if (spoilt.length > 0) say(said.spoilt(spoilt.map((title) => visible(title))))
  if (lost.length > 0) say(said.lost(lost.map((title) => visible(title))))
  say(said.changed(file))
}

/** Runs the learner's editor on a text. @throws ReflectError if none is chosen, or it cannot be run. */
async function opened(name: string, text: string, renderer: Renderer, context: Context): Promise<Editing> {
  const command = await new EditorChoice(editorOf(context), context).command(canAsk(context) ? renderer : undefined)
  const editing = new Editing({ name, text }, command, context)
  renderer.close()
  await editing.run()
  return editing
}

/** An entry's text, to be changed. @throws UsageError if it holds what could not be written back. */
function wholeTextOf(file: string, { words }: Context): string {
  const { text, fault } = readEntry(file)
  if (fault !== undefined) throw new UsageError(words.journal.notUtf8(file))
  return text
}
