import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { ReflectError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'
import { TRANSLATIONS, isYaml, readPack } from './source.ts'

/** Editors write in several steps; how long after the last of them a file is taken to be whole. Milliseconds. */
const SETTLED = 60

/**
 * Watches the files of a pack, however they are written: in place, by a new file that is renamed over the old one, or
 * with a new folder in place of the folder. What editors put beside them is no change, nor is a file saved as it was.
 */
export class PackWatch {
  readonly #place: string
  /** That of the pack, and that of its translations. */
  readonly #folders: readonly string[]
  readonly #words: Words
  readonly #onChange: () => void
  readonly #parent: fs.FSWatcher
  /** What is watched, by name, and which folder that is: one of the same name may take its place. */
  readonly #watched = new Map<string, { readonly inode: number; readonly watcher: fs.FSWatcher }>()
  #timer: NodeJS.Timeout | undefined
  #seen = ''
  #hasChanged = false

  /**
   * `place` is a pack's folder, or the file of a pack in one file. `onChange` is called at a change, and then not again
   * before `see`.
   *
   * @throws ReflectError where the system does not let it watch.
   */
  constructor(place: string, words: Words, onChange: () => void) {
    this.#place = place
    const folder = fs.statSync(place).isDirectory() ? place : path.dirname(place)
    this.#folders = [folder, path.join(folder, TRANSLATIONS)]
    this.#words = words
    this.#onChange = onChange
    const name = path.basename(folder)
    this.#parent = this.#watch(path.dirname(folder), (file) => file === null || file === name)
    this.#follow()
    this.see()
  }

  /** Whether something has changed since `see`. */
  get hasChanged(): boolean {
    return this.#hasChanged
  }

  /** What stands in the files now is known from here on. */
  see(): void {
    this.#hasChanged = false
    this.#seen = this.#print()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#parent.close()
    for (const { watcher } of this.#watched.values()) watcher.close()
  }

  #watch(folder: string, concerns: (file: string | null) => boolean): fs.FSWatcher {
    const stir = () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#settle(), SETTLED)
    }
    try {
      return fs.watch(folder, (_, file) => void (concerns(file) && stir())).on('error', stir)
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new ReflectError(this.#words.packs.preview.cannotWatch(folder, why), { cause })
    }
  }

  /** Watches the folders that are there now. */
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
      // It has gone again: whatever comes in its place is noticed beside it.
    }
    if (this.#hasChanged || this.#print() === this.#seen) return
    this.#hasChanged = true
    this.#onChange()
  }

  /** What the files hold, as a short text; where they cannot be read, why. */
  #print(): string {
    try {
      const hash = createHash('sha256')
      for (const { path: file, bytes } of readPack(this.#place, this.#words).files)
        if (isYaml(file) || file === path.basename(this.#place)) hash.update(`${file}\0${bytes.length}\0`).update(bytes)
      return hash.digest('hex')
    } catch (error) {
      return error instanceof ReflectError ? error.message : String(error)
    }
  }
}
