import fs from 'node:fs'
import path from 'node:path'
import { withFsErrors } from '../../storage/fs-errors.ts'
import type { Member } from '../archive/members.ts'
import { limits } from '../format.ts'
import { leadsOut, readBytes } from '../source/source.ts'

/** How deep a pack is looked for below the folder that was named. */
const MAX_DEPTH = 4

/**
 * The files below a folder, the upper ones first, as far as the limit for archives goes. Hidden folders and `node_modules` are
 * passed over, and so are folders that cannot be read.
 *
 * @throws ReflectError if the folder itself cannot be read.
 */
export function folderMembers(folder: string): readonly Member[] {
  const members: Member[] = []
  let level = ['']
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0 && members.length < limits.members; depth++) {
    const entries = level.flatMap((below) => entriesOf(folder, below))
    members.push(
      ...entries.filter(({ entry }) => !entry.isDirectory()).map(({ name, entry }) => memberOf(folder, name, entry))
    )
    level = entries
      .filter(({ entry }) => entry.isDirectory() && !isPassedOver(entry.name))
      .map(({ name }) => `${name}/`)
  }
  return members.slice(0, limits.members)
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules'
}

function entriesOf(folder: string, below: string): { name: string; entry: fs.Dirent }[] {
  const place = path.join(folder, below)
  try {
    return fs.readdirSync(place, { withFileTypes: true }).map((entry) => ({ name: below + entry.name, entry }))
  } catch (error) {
    if (below !== '') return []
    return withFsErrors(place, () => {
      throw error
    })
  }
}

/** A link to a file in its own folder counts as that file. */
function memberOf(folder: string, name: string, entry: fs.Dirent): Member {
  const file = path.join(folder, name)
  const kind =
    entry.isFile() || (entry.isSymbolicLink() && !leadsOut(file)) ? 'file' : entry.isSymbolicLink() ? 'link' : 'device'
  const size = kind === 'file' ? (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) : 0
  return { path: name, kind, size, read: async () => withFsErrors(file, () => readBytes(file, size)) }
}
