import fs from 'node:fs'
import { basename, dirname } from 'node:path'
import process from 'node:process'
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
): Promise<Written> {
  return change(context, key, value)
}

/** Removes a setting, so that its default counts. @throws ReflectError as `writeSetting`. */
export function unsetSetting(key: Key, context: SettingsContext): Promise<Written> {
  return change(context, key, undefined)
}

async function change(context: SettingsContext, key: Key, value: string | boolean | undefined): Promise<Written> {
  const file = settingsFile(context)
  const folder = dirname(file)
  const Conf = await loadConf(folder)
  ensureFolder(folder)
  return withLock(`${file}.lock`, () => {
    const written = putAsideIfBroken(file)
    withFsErrors(file, () => {
      const deserialize = (text: string) => storedIn(Buffer.from(text)) ?? {}
      const conf = new Conf({ cwd: folder, accessPropertiesByDotNotation: false, deserialize })
      // Conf 15.1 writes with `atomically`, which does not notice a short write: a full disk leaves half a file in
      // place.
      Object.assign(conf, { _write: (store: object) => replaceFile(file, JSON.stringify(store, undefined, '\t')) })
      if (value === undefined) conf.delete(key)
      else conf.set(key, value)
    })
    return written
  })
}

/**
 * Loads conf. One of its packages (env-paths 3) asks for the home folder when it is loaded, and throws if there is none, although
 * `cwd` says where the file is. So for that moment `instead` is the home folder.
 */
async function loadConf(instead: string) {
  const { env } = process
  const before = env['HOME']
  const isHomeless = before === undefined || before === ''
  if (isHomeless) env['HOME'] = instead
  try {
    return (await import('conf')).default
  } finally {
    if (before === undefined) delete env['HOME']
    else env['HOME'] = before
  }
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
