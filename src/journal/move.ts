import fs from 'node:fs'
import path, { basename, dirname, join } from 'node:path'
import { ReflectError, UsageError } from '../context/errors.ts'
import type { Words } from '../words/index.ts'
import { removeFolder, withFsErrors, retryWhileBusy, syncFolder } from '../storage/fs-errors.ts'
import { codeOf } from '../util/system-calls.ts'
import { ensureFolder } from '../storage/atomic-write.ts'

/**
 * Moves a folder with everything in it to a path that is free or an empty folder. To another disk, it is copied, synced and
 * compared byte for byte before the old folder is deleted. Returns whether the old folder is gone; if not, everything that
 * is left in it is in the new one too.
 *
 * @throws UsageError if there is something at `to`, or one folder is inside the other; ReflectError if the disk fails:
 *   everything is still in `from`.
 */
export function moveFolder(from: string, to: string, words: Words['settings']): boolean {
  const real = fs.realpathSync(from)
  if (isInside(to, real) || isInside(real, to)) throw new UsageError(words.insideEachOther(from, to))
  if (fs.existsSync(to) && fs.readdirSync(to).length > 0) throw new UsageError(words.notEmpty(to))
  ensureFolder(dirname(to))
  return withFsErrors(to, () => {
    if (fs.existsSync(to)) retryWhileBusy(() => fs.rmdirSync(to))
    try {
      retryWhileBusy(() => fs.renameSync(real, to))
    } catch (error) {
      if (codeOf(error) !== 'EXDEV') throw error
      copyAcross(real, to, () => new ReflectError(words.moveFailed(from, to)))
      return remove(real)
    }
    syncFolder(dirname(to))
    syncFolder(dirname(real))
    return true
  })
}

/** Whether an absolute path is that of a folder, or of something in it. `rules` are those of the system. */
export function isInside(place: string, folder: string, rules: path.PlatformPath = path): boolean {
  const way = rules.relative(folder, place)
  // On Windows there is no way from a drive to another one or to a network share: then it is the absolute path.
  return way === '' || (way !== '..' && !way.startsWith(`..${rules.sep}`) && !rules.isAbsolute(way))
}

function copyAcross(from: string, to: string, failure: () => Error): void {
  const copy = fs.mkdtempSync(join(dirname(to), `.${basename(to)}.moving-`))
  try {
    copyContents(from, copy, failure)
    retryWhileBusy(() => fs.renameSync(copy, to))
    syncFolder(dirname(to))
  } catch (error) {
    removeFolder(copy)
    throw error
  }
}

/** False if there is no permission to delete it. */
function remove(folder: string): boolean {
  try {
    removeFolder(folder)
    syncFolder(dirname(folder))
    return true
  } catch (error) {
    if (codeOf(error) === '') throw error
    return false
  }
}

function copyContents(from: string, to: string, failure: () => Error): void {
  for (const name of fs.readdirSync(from)) copyItem(join(from, name), join(to, name), failure)
  syncFolder(to)
}

function copyItem(from: string, to: string, failure: () => Error): void {
  const stat = fs.lstatSync(from)
  if (stat.isDirectory()) {
    fs.mkdirSync(to, { mode: stat.mode })
    copyContents(from, to, failure)
  } else if (stat.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(from), to)
  else if (stat.isFile()) copyFile(from, to, failure)
  else throw failure()
}

function copyFile(from: string, to: string, failure: () => Error): void {
  fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL)
  const { atime, mtime } = fs.statSync(from)
  fs.utimesSync(to, atime, mtime)
  const descriptor = fs.openSync(to, 'r+')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
  if (!fs.readFileSync(from).equals(fs.readFileSync(to))) throw failure()
}
