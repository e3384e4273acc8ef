/** What a test needs that not every system has. Where it is missing, the running test ends as skipped and says why. */
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { expect, TestRunner } from 'vitest'
import { isLong } from './long.ts'

export const isWindows = process.platform === 'win32'
const isRoot = process.getuid?.() === 0

/** Ends the running test as skipped, for this reason. */
export function skipTest(reason: string): never {
  TestRunner.getCurrentTest()?.context.skip(reason)
  throw new Error(`Skipped outside of a test: ${reason}`)
}

/** For tests of what Windows does not have: file modes, signals, named pipes. */
export function needPosix(what: string): void {
  if (isWindows) skipTest(`Windows has no ${what}`)
}

/** For tests that use something of Linux alone. */
export function needLinux(what: string): void {
  if (process.platform !== 'linux') skipTest(`needs ${what} of Linux`)
}

/** For tests that change owners, or refuse something, which root is never refused. */
export function needUser(who: 'root' | 'not root'): void {
  if (isRoot !== (who === 'root')) skipTest(who === 'root' ? 'needs the rights of root' : 'root may do everything')
}

/** For tests that only `npm run test:long` runs. */
export function needLong(): void {
  if (!isLong) skipTest('only in npm run test:long')
}

/** The path of a program in PATH, by the first of these names that is there; undefined if none is. */
export function programHere(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const endings = isWindows ? ['.exe', '.cmd'] : ['']
  return names
    .flatMap((name) => folders.flatMap((dir) => endings.map((ending) => path.join(dir, name + ending))))
    .find((file) => fs.existsSync(file))
}

/** The path of the first of these programs that is installed. */
export function needProgram(...names: readonly [string, ...string[]]): string {
  return programHere(...names) ?? skipTest(`${names[0]} is not installed`)
}

/** Creates a symbolic link. Not every user of Windows may. */
export function writeLink(target: string, file: string): void {
  try {
    fs.symlinkSync(target, file)
  } catch (error) {
    if (isWindows) skipTest('links cannot be created here')
    throw error
  }
  // Wine reports success and creates something else, or nothing.
  if (isWindows && fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true)
    skipTest('links cannot be created here')
}

/** Writes a program that a shell runs, and returns its file. */
export function writeScript(file: string, lines: string, shell = '/bin/sh'): string {
  needPosix('shell scripts')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, `#!${shell}\n${lines}\n`, { mode: 0o755 })
  return file
}

/** Checks the mode of a file or folder. Windows has none: access is inherited from the folder of the user. */
export function expectMode(file: string, mode: number): void {
  if (!isWindows) expect(fs.statSync(file).mode & 0o777).toBe(mode)
}
