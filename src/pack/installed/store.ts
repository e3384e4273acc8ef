import fs from 'node:fs'
import path from 'node:path'
import { UsageError } from '../../context/errors.ts'
import { explained, patiently, syncFolder } from '../../storage/fs-errors.ts'
import { createFile, ensureFolder, replaceFile } from '../../storage/atomic-write.ts'
import { withLock } from '../../storage/lock.ts'
import { isoTime } from '../../dates/time.ts'
import type { Context } from '../../context/context.ts'
import type { PackFile } from '../model.ts'
import { installedPacks } from './home.ts'
import { encodeList, listFile, lockFile, packsFolder, storedIn } from './list.ts'
import type { Installed, Version } from './list.ts'
import { removeFolder } from '../fetch/staging.ts'
import type { Staging } from '../fetch/staging.ts'

/*
 * A version's files are written into a staging folder and synced, then renamed to a folder of their own that nobody
 * reads yet; at last the list of installed packs is replaced. Wherever a run is killed, the list names either the old
 * version or the new one, and the files of both are whole.
 */

type Surroundings = Pick<Context, 'env' | 'homeDir' | 'platform' | 'words' | 'now'>

/** A checked version that is ready to be taken. */
export interface Candidate extends Omit<Version, 'folder' | 'added'> {
  readonly files: readonly PackFile[]
}

/** Installs a version in place of the one that is there, which is kept for `rollBack`. @throws ReflectError where the disk refuses. */
export async function install(candidate: Candidate, staging: Staging, context: Surroundings): Promise<Installed> {
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
  return change(context, (packs, dir) => {
    const place = path.join(dir, folder)
    ensureFolder(path.dirname(place), dir)
    // What an earlier run put there is the same, for its name tells what is in it.
    if (!fs.existsSync(place)) explained(place, () => patiently(() => fs.renameSync(ready, place)))
    explained(place, () => syncFolder(path.dirname(place)))
    const { previous: before, ...old } = packs.find(({ pack }) => pack.id === id) ?? { previous: undefined }
    const previous = 'pack' in old && old.folder !== folder ? old : before
    const fresh: Version = { ...about, folder, added: isoTime(context.now()) }
    const now = previous === undefined ? fresh : { ...fresh, previous }
    return { packs: [...packs.filter(({ pack }) => pack.id !== id), now], result: now }
  })
}

/** Goes back to the version before, or forward again. @throws UsageError where there is none. */
export function rollBack(id: string, context: Surroundings): Promise<Installed> {
  return change(context, (packs) => {
    const here = packs.find(({ pack }) => pack.id === id)
    if (here?.previous === undefined) throw new UsageError(context.words.packs.update.nothingBefore(id))
    const { previous, ...undone } = here
    const now = { ...previous, previous: undone }
    return { packs: packs.map((each) => (each === here ? now : each)), result: now }
  })
}

/** Removes a pack and its files. Entries that were written with it are not touched. */
export async function remove(id: string, context: Surroundings): Promise<void> {
  await change(context, (packs) => ({ packs: packs.filter(({ pack }) => pack.id !== id), result: undefined }))
}

/** Reads the list, changes it and replaces it while no other process does; then removes the files of what is on it no more. */
async function change<T>(
  context: Surroundings,
  work: (packs: readonly Installed[], dir: string) => { packs: readonly Installed[]; result: T }
): Promise<T> {
  const dir = packsFolder(context)
  const file = listFile(dir)
  ensureFolder(dir, path.dirname(dir))
  // Looked at first for what it does besides: a list that another version of the program wrote is compiled again.
  const { problem } = await installedPacks(context)
  if (problem !== undefined) throw new UsageError(problem)
  return withLock(lockFile(dir), () => {
    const { packs, result } = work(fs.existsSync(file) ? (storedIn(file)?.packs ?? []) : [], dir)
    replaceFile(file, encodeList(packs))
    sweep(dir, packs)
    return result
  })
}

function sweep(dir: string, packs: readonly Installed[]): void {
  const named = new Set(packs.flatMap(({ folder, previous }) => [folder, previous?.folder ?? folder]))
  for (const id of fs.readdirSync(dir)) {
    const folder = path.join(dir, id)
    if (id === 'staging' || !fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) continue
    const versions = fs.readdirSync(folder)
    const gone = versions.filter((name) => !named.has(path.posix.join(id, name)))
    for (const name of gone) removeFolder(path.join(folder, name))
    if (gone.length === versions.length) removeFolder(folder)
  }
}
