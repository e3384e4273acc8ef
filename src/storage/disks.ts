import fs from 'node:fs'
import path from 'node:path'

/** Where systems show disks that are connected, and where macOS shows the folders of cloud services. */
const DISKS = /^(?:\/mnt|\/Volumes|\/media|\/run\/media|.*\/Library\/CloudStorage)$/
/** A user's folder of disks on Linux. */
const DISKS_OF_USER = /^\/(?:run\/)?media\/[^/]+$/

/**
 * The disk or network share of a path that is not connected; undefined if it is, or if that cannot be known. On Windows it is the root of
 * the path, elsewhere a folder where the system shows disks.
 */
export function missingDisk(place: string, platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') {
    const { root } = path.win32.parse(place)
    return root === '' || fs.existsSync(root) ? undefined : root
  }
  const missing = firstMissing(place)
  const parent = path.posix.dirname(missing)
  const isOfUser = DISKS_OF_USER.test(parent) && isSameDisk(parent, path.posix.dirname(parent))
  return isOfUser || DISKS.test(parent) ? missing : undefined
}

/** The first folder of a path that does not exist; the path itself if it exists. */
function firstMissing(place: string): string {
  const parent = path.posix.dirname(place)
  return parent === place || fs.existsSync(parent) ? place : firstMissing(parent)
}

function isSameDisk(folder: string, other: string): boolean {
  return fs.statSync(folder).dev === fs.statSync(other).dev
}
