import path from 'node:path'
import { ReflectError } from '../../context/errors.ts'
import { replaceFile } from '../../storage/atomic-write.ts'
import { withLock } from '../../storage/lock.ts'
import type { Words } from '../../words/index.ts'
import { packAt } from '../source/source.ts'
import { SHAPE, encodeList, listFile, lockFile, storedIn } from './list.ts'
import type { Installed, InstalledPacks, Version } from './list.ts'

/**
 * Compiles packs again that another version of the program installed, and keeps the result for the next start. One that
 * does not pass this version's check is told of and left out.
 */
export async function recompile(packs: readonly Installed[], folder: string, words: Words): Promise<InstalledPacks> {
  const again: Installed[] = []
  const problems: string[] = []
  for (const { previous, ...version } of packs) {
    const [now, before] = [
      await compiled(version, folder, words),
      previous && (await compiled(previous, folder, words))
    ]
    if ('problem' in now) problems.push(now.problem)
    else again.push(before === undefined || 'problem' in before ? now : { ...now, previous: before })
  }
  if (problems.length === 0) keep(again, folder)
  return { packs: again, ...(problems.length === 0 ? {} : { problem: problems.join('\n') }) }
}

async function compiled(version: Version, folder: string, words: Words): Promise<Version | { problem: string }> {
  try {
    return { ...version, pack: await packAt(path.join(folder, version.folder), words) }
  } catch (error) {
    if (error instanceof ReflectError) return { problem: error.inWords(words) }
    throw error
  }
}

/** A disk that refuses costs the next start some time and nothing else. */
function keep(packs: readonly Installed[], folder: string): void {
  const file = listFile(folder)
  try {
    withLock(lockFile(folder), () => {
      if (storedIn(file)?.shape !== SHAPE) replaceFile(file, encodeList(packs))
    })
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
  }
}
