import fs from 'node:fs'
import { basename, dirname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { ReflectError } from '../context/errors.ts'
import { discard, explained, patiently, syncFolder } from '../storage/fs-errors.ts'
import { createFile, ensureFolder, moveToNew } from '../storage/atomic-write.ts'
import { settingsFile, storedIn } from './index.ts'
import type { Key, Settings, Surroundings } from './index.ts'

/** What a write did besides: where a settings file that did not read was put. */
export interface Written {
  readonly movedAside?: string
}

/** Writes a setting. @throws ReflectError if it could not be kept; then the file is what it was. */
export function writeSetting<K extends Key>(
  key: K,
  value: NonNullable<Settings[K]>,
  context: Surroundings
): Promise<Written> {
  return change(context, key, value)
}

/** Takes a setting back to its default. @throws as `writeSetting`. */
export function unsetSetting(key: Key, context: Surroundings): Promise<Written> {
  return change(context, key, undefined)
}

async function change(context: Surroundings, key: Key, value: string | boolean | undefined): Promise<Written> {
  const file = settingsFile(context)
  ensureFolder(dirname(file))
  const stored = fs.existsSync(file) ? storedIn(explained(file, () => fs.readFileSync(file))) : {}
  const movedAside =
    stored === undefined ? { movedAside: moveToNew(file, dirname(file), names(`${basename(file)}.broken`)) } : {}
  const { [key]: _, ...others } = stored ?? {}
  const wanted = value === undefined ? others : { ...others, [key]: value }
  const { default: Conf } = await import('conf')
  safely(file, () => {
    const conf = new Conf({ cwd: dirname(file), accessPropertiesByDotNotation: false, configFileMode: 0o600 })
    if (value === undefined) conf.delete(key)
    else conf.set(key, value)
    // On a full disk conf's writer may put half a file in place and say nothing: only what reads back is kept.
    const holds = fs.existsSync(file) ? storedIn(fs.readFileSync(file)) : {}
    if (!isDeepStrictEqual(holds, wanted)) throw new ReflectError(({ settings }) => settings.notKept(file))
    syncFolder(dirname(file))
  })
  return movedAside
}

/** Does a work that writes a file; if it fails, a copy made before (which then needs no room) takes the file's place again. */
function safely(file: string, work: () => void): void {
  explained(file, () => {
    const copy = fs.existsSync(file)
      ? createFile(dirname(file), names(`.${basename(file)}.before`), fs.readFileSync(file))
      : undefined
    try {
      work()
    } catch (error) {
      if (copy === undefined) discard(file)
      else patiently(() => fs.renameSync(copy, file))
      throw error
    } finally {
      if (copy !== undefined) discard(copy)
    }
  })
}

function* names(name: string): Generator<string> {
  yield name
  for (let number = 2; ; number++) yield `${name}-${number}`
}
