import fs from 'node:fs'
import path from 'node:path'
import { limits } from '../format.ts'
import type { Pack } from '../model.ts'
import type { Picture } from '../picture/model.ts'
import { readPicture } from '../picture/read.ts'
import { leadsOut, readBytes } from './source.ts'

/** The picture at a path in a pack; undefined if it is missing, damaged, or the pack has no folder. Never throws. */
export function pictureIn({ folder }: Pick<Pack, 'folder'>, name: string): Picture | undefined {
  if (folder === undefined) return undefined
  try {
    const file = path.join(folder, name)
    if (leadsOut(file) || !fs.statSync(file).isFile()) return undefined
    const picture = readPicture(readBytes(file, limits.pictureBytes + 1))
    return typeof picture === 'string' ? undefined : picture
  } catch {
    return undefined
  }
}
