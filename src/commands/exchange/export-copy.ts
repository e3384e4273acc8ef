import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError } from '../../context/errors.ts'
import type { FormatName } from '../../export/document.ts'
import { stemOf } from '../../journal/names.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import { present } from '../../util/records.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { exportEntries } from './export.ts'

/** The formats that are offered, the most common first. */
const OFFERED = ['docx', 'html', 'txt', 'md'] as const satisfies readonly FormatName[]

/** An entry of the journal, and how its copy is asked for. */
interface Copying {
  readonly entry: { readonly id: string; readonly file: string }
  readonly options: GlobalOptions
  readonly renderer: Renderer
  readonly context: Context
}

/**
 * Exports one entry, without its private answers, as a new file. It goes into the folder of documents, or into the home folder if that
 * folder does not exist. Asks for the format, and says what the copy holds. Gives the file's path; undefined if the user goes back.
 *
 * @throws LeftError if the user leaves; ReflectError if the file cannot be written.
 */
export async function exportCopy({ entry, options, renderer, context }: Copying): Promise<string | undefined> {
  const words = context.words.session.copy
  const items = OFFERED.map((format) => ({ value: format, label: words.formats[format] }))
  const picked = await renderer.choose(words.which, items)
  if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
  if (picked.kind === 'back') return undefined
  const file = freeFile(stemOf(entry.file), picked.value, context)
  const said: string[] = []
  const hearing: Context = Object.create(context, { stderr: { value: outputTo(said) } })
  const { journal } = options
  await exportEntries(
    { ...present({ journal }), which: [entry.id], format: picked.value, output: file, isBrief: true },
    hearing
  )
  renderer.say(said.map((text) => text.trimEnd()).join(' '))
  return file
}

/** A file that does not exist yet. */
function freeFile(stem: string, format: FormatName, { homeDir }: Context): string {
  const documents = path.join(homeDir, 'Documents')
  const folder = fs.existsSync(documents) ? documents : homeDir
  for (let number = 1; ; number++) {
    const file = path.join(folder, `${stem}${number === 1 ? '' : `-${number}`}.${format}`)
    if (!fs.existsSync(file)) return file
  }
}

/** An output that collects what is written, in sentences that are not wrapped. */
function outputTo(said: string[]): Context['stderr'] {
  return { write: (text) => said.push(String(text)), isTTY: false, columns: Number.POSITIVE_INFINITY, rows: 24 }
}
