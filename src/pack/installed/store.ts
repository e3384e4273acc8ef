import fs from 'node:fs'
import path from 'node:path'
import { UsageError } from '../../context/errors.ts'
import { discardFolder, withFsErrors, retryWhileBusy, syncFolder } from '../../storage/fs-errors.ts'
import { createFile, ensureFolder, replaceFile } from '../../storage/atomic-write.ts'
import { withLock } from '../../storage/lock.ts'
import { isoTime } from '../../dates/time.ts'
import type { Context } from '../../context/context.ts'
import {
  installedPacks,
  encodeList,
  listFile,
  lockFile,
  packsFolder,
  readList,
  type Installed,
  type InstalledContext,
  type Version
} from './list.ts'
import type { Candidate } from './candidate.ts'
import type { Staging } from '../fetch/staging.ts'

/*
 * The files of a version are written to a staging folder and synced, then renamed to their own folder, which the list
 * does not name yet; last, the list is replaced. If the process is killed at any point, the list names either the old
 * version or the new one, and the files of both are complete.
 */

type StoreContext = InstalledContext & Pick<Context, 'now'>

/**
 * Installs a version; `rollBack` restores the one before. `instead` is the id of a different pack, which is removed.
 *
 * @throws ReflectError if a file cannot be written.
 */
export function install(candidate: Candidate, staging: Staging, context: StoreContext, instead?: string): Installed {
  const { files, ...about } = candidate
  const { id, version } = about.pack
  const folder = path.posix.join(id, `${version}-${about.sha256.slice(0, 12)}`)
  const ready = path.join(staging.dir, 'pack')
  ensureFolder(ready)
  for (const { path: file, bytes } of files) {
    const place = path.join(ready, path.dirname(file))
    ensureFolder(place, ready)
    createFile(place, [path.basename(file)], bytes)
  }
  return change(context, (all, dir) => {
    const packs = all.filter(({ pack }) => pack.id !== instead)
    const place = path.join(dir, folder)
    ensureFolder(path.dirname(place), dir)
    // The folder's name contains the checksum, so a folder that an earlier run made has the same content.
    if (!fs.existsSync(place)) withFsErrors(place, () => retryWhileBusy(() => fs.renameSync(ready, place)))
    withFsErrors(place, () => syncFolder(path.dirname(place)))
    const { previous: before, ...old } = packs.find(({ pack }) => pack.id === id) ?? { previous: undefined }
    const previous = 'pack' in old && old.folder !== folder ? old : before
    const fresh: Version = { ...about, folder, added: isoTime(context.now()) }
    const now = previous === undefined ? fresh : { ...fresh, previous }
    return { packs: [...packs.filter(({ pack }) => pack.id !== id), now], result: now }
  })
}

/** Swaps the installed version and the previous one. @throws UsageError if there is no previous version. */
export function rollBack(id: string, context: StoreContext): Installed {
  return change(context, (packs) => {
    const here = packs.find(({ pack }) => pack.id === id)
    if (here?.previous === undefined) throw new UsageError(context.words.packs.update.nothingBefore(id))
    const { previous, ...undone } = here
    const now = { ...previous, previous: undone }
    return { packs: packs.map((each) => (each === here ? now : each)), result: now }
  })
}

/** Removes a pack and its files. Does not touch the journal. */
export function remove(id: string, context: StoreContext): void {
  change(context, (packs) => ({ packs: packs.filter(({ pack }) => pack.id !== id), result: undefined }))
}

/** Changes the list while holding its lock, then removes the folders that it no longer names. */
function change<T>(
  context: StoreContext,
  work: (packs: readonly Installed[], dir: string) => { packs: readonly Installed[]; result: T }
): T {
  const dir = packsFolder(context)
  const file = listFile(dir)
  ensureFolder(dir, path.dirname(dir))
  // Compiles the packs again if another version of the program wrote the list.
  const { problem } = installedPacks(context)
  if (problem !== undefined) throw new UsageError(problem)
  return withLock(lockFile(dir), () => {
    const { packs, result } = work(fs.existsSync(file) ? (readList(file)?.packs ?? []) : [], dir)
    replaceFile(file, encodeList(packs))
    removeUnlisted(dir, packs)
    return result
  })
}

function removeUnlisted(dir: string, packs: readonly Installed[]): void {
  const named = new Set(packs.flatMap(({ folder, previous }) => [folder, previous?.folder ?? folder]))
  for (const id of fs.readdirSync(dir)) {
    const folder = path.join(dir, id)
    if (id === 'staging' || !fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) continue
    const versions = fs.readdirSync(folder)
    const gone = versions.filter((name) => !named.has(path.posix.join(id, name)))
    for (const name of gone) discardFolder(path.join(folder, name))
    if (gone.length === versions.length) discardFolder(folder)
  }
}
