import { spawn } from 'node:child_process'
import fs from 'node:fs'
import type { Context } from '../context/context.ts'
import { findProgram } from './editor/command.ts'

/** What opening a file needs. */
type OpeningContext = Pick<Context, 'env' | 'platform' | 'words' | 'cwd'>

/**
 * Opens pictures with the program that the system has for them, without waiting for it. Never throws.
 *
 * @param files their absolute paths.
 * @returns a sentence that says so, and where they are.
 */
export function openPictures(files: readonly string[], context: OpeningContext): string {
  const said = context.words.walk.pictures
  const here = files.filter((file) => fs.existsSync(file))
  if (here.length === 0) return said.missing
  const program = findProgram(openerOn(context), context)
  if (program === undefined) return said.notOpened(here)
  for (const file of here) start(program, file, context)
  return said.opened(here)
}

/** A program that takes a path and opens it as a double click would, without a shell. */
function openerOn({ platform }: OpeningContext): string {
  if (platform === 'win32') return 'explorer.exe'
  return platform === 'darwin' ? 'open' : 'xdg-open'
}

function start(program: string, file: string, { env, cwd }: OpeningContext): void {
  try {
    const child = spawn(program, [file], { cwd, env, detached: true, stdio: 'ignore' })
    // The sentence says where the picture is.
    child.on('error', () => {})
    child.unref()
  } catch {
    // As above.
  }
}
