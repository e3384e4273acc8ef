import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { ReflectError } from '../../context/errors.ts'
import { PICTURE_PATH } from '../../markdown/pictures.ts'
import { fileKey } from '../../text/folding.ts'
import type { Words } from '../../words/index.ts'
import { TRANSLATIONS } from '../format.ts'
import { PICTURES, isYaml, readPack } from './source.ts'

/** Editors write in several steps. A file counts as complete when it has not changed for this many milliseconds. */
const SETTLE_MS = 60

/** Watches the YAML files and pictures of a pack; they or their folder may be replaced. Ignores files that are saved unchanged. */
export class PackWatch {
  readonly #place: string
  /** The pack's folder and the folders of its translations and pictures. */
  readonly #folders: readonly string[]
  readonly #words: Words
  readonly #onChange: () => void
  readonly #parent: fs.FSWatcher
  /** By path. The inode shows whether the folder was replaced. */
  readonly #watched = new Map<string, { readonly inode: number; readonly watcher: fs.FSWatcher }>()
  #timer: NodeJS.Timeout | undefined
  #seen = ''
  #hasChanged = false

  /** Calls `onChange` at the first change after `see`. @throws ReflectError if the system cannot watch the folder. */
  constructor(place: string, words: Words, onChange: () => void) {
    this.#place = place
    const folder = fs.statSync(place).isDirectory() ? place : path.dirname(place)
    this.#folders = [folder, path.join(folder, TRANSLATIONS), path.join(folder, PICTURES)]
    this.#words = words
    this.#onChange = onChange
    const name = path.basename(folder)
    this.#parent = this.#watch(path.dirname(folder), (file) => file === null || fileKey(file) === fileKey(name))
    this.#follow()
    this.see()
  }

  /** Whether something has changed since `see`. */
  get hasChanged(): boolean {
    return this.#hasChanged
  }

  /** Compares later changes with the files as they are now. */
  see(): void {
    this.#hasChanged = false
    this.#seen = this.#fingerprint()
  }

  /** Stops watching. */
  close(): void {
    clearTimeout(this.#timer)
    this.#parent.close()
    for (const { watcher } of this.#watched.values()) watcher.close()
  }

  #watch(folder: string, isRelevant: (file: string | null) => boolean): fs.FSWatcher {
    const schedule = () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#settle(), SETTLE_MS)
    }
    try {
      return fs.watch(folder, (_, file) => void (isRelevant(file) && schedule())).on('error', schedule)
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new ReflectError(this.#words.packs.preview.cannotWatch(folder, why), { cause })
    }
  }

  /** Watches the folders that exist now. */
  #follow(): void {
    for (const folder of this.#folders) {
      const inode = fs.statSync(folder, { throwIfNoEntry: false })?.ino
      const before = this.#watched.get(folder)
      if (inode === before?.inode) continue
      before?.watcher.close()
      this.#watched.delete(folder)
      if (inode !== undefined) this.#watched.set(folder, { inode, watcher: this.#watch(folder, () => true) })
    }
  }

  #settle(): void {
    try {
      this.#follow()
    } catch {
      // The folder was removed again; its parent is watched.
    }
    if (this.#hasChanged || this.#fingerprint() === this.#seen) return
    this.#hasChanged = true
    this.#onChange()
  }

  /** A hash of the files; the error message if they cannot be read. */
  #fingerprint(): string {
    try {
      const hash = createHash('sha256')
      for (const { path: file, bytes } of readPack(this.#place, this.#words).files)
        if (isYaml(file) || PICTURE_PATH.test(file) || file === path.basename(this.#place))
          hash.update(`${file}\0${bytes.length}\0`).update(bytes)
      return hash.digest('hex')
    } catch (error) {
      return error instanceof ReflectError ? error.message : String(error)
    }
  }
}
