import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError } from '../../context/errors.ts'
import { presets, readSettings } from '../../settings/index.ts'
import type { MenuItem, Renderer } from '../../terminal/renderer.ts'
import { visible } from '../../text/visible.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { folderFault } from '../shared/options.ts'
import { writeSetting } from '../../settings/write.ts'
import { typedPath } from '../../text/typed-path.ts'

/**
 * On the first run, says a few words and asks where to keep the journal; not if there is a journal, or an option, variable or
 * setting says where. Gives the journal's folder.
 *
 * @throws LeftError if the user leaves.
 */
export async function welcome(
  dir: string,
  options: GlobalOptions,
  renderer: Renderer,
  context: Context
): Promise<string> {
  const isSaid = options.journal !== undefined || Boolean(context.env['REFLECT_JOURNAL'])
  if (isSaid || readSettings(context).stated.has('journal') || fs.existsSync(dir)) return dir
  const { welcome: words } = context.words.session
  for (const line of words.words) renderer.say(line)
  const folder = await chosenFolder(renderer, context)
  await writeSetting('journal', folder, context)
  const chosen = typedPath(folder, context)
  renderer.say(words.kept(visible(chosen)))
  return chosen
}

async function chosenFolder(renderer: Renderer, context: Context): Promise<string> {
  const { welcome: words } = context.words.session
  const documents = path.join(context.homeDir, 'Documents')
  const items: MenuItem<string | undefined>[] = [
    { label: presets.journal, note: words.usual, value: presets.journal },
    ...(fs.existsSync(documents)
      ? [{ label: '~/Documents/reflections', note: words.documents, value: '~/Documents/reflections' }]
      : []),
    { label: words.other, value: undefined }
  ]
  for (;;) {
    const picked = await renderer.chooseOnce(words.where, items)
    if (picked.kind !== 'chosen') throw new LeftError('', ExitCode.done)
    const folder = picked.value ?? (await typedFolder(renderer, context))
    if (folder !== undefined) return folder
  }
}

/** Undefined if the learner goes back. */
async function typedFolder(renderer: Renderer, context: Context): Promise<string | undefined> {
  const { words } = context
  const picked = await renderer.askLine({
    question: words.session.welcome.which,
    preset: presets.journal,
    fault: (line) => folderFault(typedPath(line, context), context)
  })
  if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
  if (picked.kind !== 'chosen') return undefined
  // "~" stays, so that the setting also fits another computer.
  return /^~(?:[\\/]|$)/.test(picked.value) ? picked.value : typedPath(picked.value, context)
}
