import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import { parsePack } from '../../pack/source/parse.ts'
import { correctedFiles, type Corrected } from '../../pack/source/corrections.ts'
import type { Diagnostic } from '../../pack/model.ts'
import { isYaml, readPlace } from '../../pack/source/source.ts'
import { ensureFolder, moveToNew, replaceFile } from '../../storage/atomic-write.ts'

/** How often a pack is checked and corrected: one correction may show what another hid. */
const MAX_PASSES = 10

/**
 * Makes all certain corrections of a pack, and repeats this until none is left. Returns what was corrected. Comments, line ends and the
 * author's layout stay. @throws UsageError for an archive or a place without a pack.
 */
export function fixPack(place: string, { words }: Context): Diagnostic[] {
  if (isArchive(place)) throw new UsageError(words.diagnostics.archiveFix(place))
  const fixed: Diagnostic[] = []
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const { files, manifest, folder } = readPlace(place, words)
    const { diagnostics } = parsePack(files, manifest, {}, words.diagnostics)
    const found = diagnostics.filter(({ fix }) => fix !== undefined)
    if (found.length === 0) break
    const changes = found.flatMap(({ fix = [] }) => fix)
    for (const corrected of correctedFiles(files, changes)) write(folder, corrected)
    fixed.push(...found)
  }
  return fixed
}

/** Whether a place is a file that is no YAML. */
export function isArchive(place: string): boolean {
  return !isYaml(place) && fs.statSync(place, { throwIfNoEntry: false })?.isFile() === true
}

/** Writes a corrected file in place of the other, with its mode, then gives it its new name. */
function write(folder: string, { path: name, content, name: renamed }: Corrected): void {
  const file = path.join(folder, name)
  if (content !== undefined) {
    const { mode } = fs.statSync(file)
    replaceFile(file, content)
    fs.chmodSync(file, mode)
  }
  if (renamed === undefined) return
  const target = path.join(folder, renamed)
  ensureFolder(path.dirname(target), folder)
  moveToNew(file, path.dirname(target), [path.basename(target)])
}
