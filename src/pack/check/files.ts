import { nearest } from '../../text/suggest.ts'
import type { FileTree } from './validate.ts'
import { isDevice, patterns } from '../patterns.ts'
import { headOf } from './schema-issues.ts'
import { pairOf, textOf } from '../yaml/tree.ts'
import type { Node } from '../yaml/tree.ts'

/** Checks the manifest's list of files against the files that are there. */
export function checkFiles(manifest: FileTree, exercises: readonly Node[], files: readonly string[]): void {
  const listed = new Map<string, string>()
  for (const node of exercises) {
    const name = textOf(node)
    if (name !== undefined) checkFile(name, node, listed, files, manifest)
  }
  const place = pairOf(manifest.node, 'exercises')?.keySpan ?? { start: 0, end: 0 }
  const others = files.filter(
    (file) =>
      /\.ya?ml$/i.test(file) &&
      !patterns.translation.test(file) &&
      file !== manifest.file &&
      !listed.has(file.toLowerCase())
  )
  const inOneFile = exercises.length > 0 && listed.size === 0
  if (!inOneFile) for (const name of others.toSorted()) manifest.report('not-listed', place, { name })
  checkCollisions(files, manifest)
}

function checkFile(
  name: string,
  node: Node,
  listed: Map<string, string>,
  files: readonly string[],
  { report, file }: FileTree
): void {
  const place = headOf(node)
  const before = listed.get(name.toLowerCase())
  listed.set(name.toLowerCase(), name)
  listed.set((name.split(/[/\\]/).at(-1) ?? name).toLowerCase(), name)
  if (!patterns.fileName.test(name)) report('bad-file-name', place, { text: name })
  else if (isDevice(name)) report('device-name', place, { name })
  else if (before !== undefined) report('listed-twice', place, { name })
  else if (name === file) report('lists-itself', place, { name })
  else if (!files.includes(name)) report('no-such-file', place, { name, near: nearest(name, files) })
}

/** On many disks `A.yaml` and `a.yaml` are one file. */
function checkCollisions(files: readonly string[], { report }: FileTree): void {
  const seen = new Map<string, string>()
  for (const name of files.toSorted()) {
    const key = name.normalize('NFC').toLowerCase()
    const first = seen.get(key)
    if (first !== undefined) report('names-collide', { start: 0, end: 0 }, { name, first })
    seen.set(key, name)
  }
}
