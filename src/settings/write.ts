import fs from 'node:fs'
import { basename, dirname } from 'node:path'
import { withFsErrors } from '../storage/fs-errors.ts'
import { ensureFolder, moveToNew, replaceFile } from '../storage/atomic-write.ts'
import { withLock } from '../storage/lock.ts'
import { settingsFile, storedIn, type Key, type Settings, type SettingsContext } from './index.ts'

/** Where a write put a settings file that could not be read; absent if it could. */
export interface Written {
  readonly movedAside?: string
}

/** Writes a setting and leaves the others as they are. @throws ReflectError if it fails; then the file is unchanged. */
export function writeSetting<K extends Key>(
  key: K,
  value: NonNullable<Settings[K]>,
  context: SettingsContext
): Written {
  return change(context, key, value)
}

/** Removes a setting, so that its default counts. @throws ReflectError as `writeSetting`. */
export function unsetSetting(key: Key, context: SettingsContext): Written {
  return change(context, key, undefined)
}

function change(context: SettingsContext, key: Key, value: string | boolean | undefined): Written {
  const file = settingsFile(context)
  const folder = dirname(file)
  ensureFolder(folder)
  return withLock(`${file}.lock`, () => {
    const written = putAsideIfBroken(file)
    const { [key]: _before, ...others } = storedAt(file) ?? {}
    const stored = value === undefined ? others : { ...others, [key]: value }
    replaceFile(file, JSON.stringify(stored, undefined, '\t'))
    return written
  })
}

/** Renames a settings file that is not a JSON object to `config.json.broken`, or a name with a number. */
function putAsideIfBroken(file: string): Written {
  if (!fs.existsSync(file) || storedAt(file) !== undefined) return {}
  return { movedAside: moveToNew(file, dirname(file), namesFrom(`${basename(file)}.broken`)) }
}

/** What a settings file holds; undefined if there is none, or if it is not a JSON object. */
function storedAt(file: string): Record<string, unknown> | undefined {
  return fs.existsSync(file) ? storedIn(withFsErrors(file, () => fs.readFileSync(file))) : undefined
}

function* namesFrom(name: string): Generator<string> {
  yield name
  for (let number = 2; ; number++) yield `${name}-${number}`
}
