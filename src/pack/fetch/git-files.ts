import type { Words } from '../../words/index.ts'
import { Intake } from '../archive/members.ts'
import type { Member, MemberKind } from '../archive/members.ts'
import { limits } from '../limits.ts'
import type { Git } from './git-program.ts'

/** Bytes that git takes to name one file: mode, object, size and path, with room to spare. */
const LINE = 512

/**
 * The files of the commit that a repository's HEAD is, object by object. They are listed and admitted before any is
 * read, and the list is cut off where it gets long: a few objects can stand for more files than there are stars.
 *
 * @throws UsageError where it holds what no pack may hold.
 */
export async function filesOfHead(git: Git, repository: string, words: Words): Promise<readonly Member[]> {
  const intake = new Intake(repository, words)
  const listed = await git(['ls-tree', '-r', '-l', '-z', '--full-tree', 'HEAD'], { most: limits.members * LINE })
  if (listed.kind === 'too-much') throw intake.tooMany()
  if (listed.kind !== 'ended' || listed.code !== 0) throw intake.broken()
  const files = entriesIn(listed.stdout).flatMap(({ name, kind, size, object }) => {
    const path = intake.admit(name, kind, size)
    return path === undefined ? [] : [{ path, size, object }]
  })
  const read = await git(['cat-file', '--batch'], {
    input: files.map(({ object }) => `${object}\n`).join(''),
    most: limits.packBytes + limits.members * LINE
  })
  if (read.kind !== 'ended' || read.code !== 0) throw intake.broken()
  let rest = read.stdout
  return files.map(({ path, size, object }) => {
    const head = Buffer.from(`${object} blob ${size}\n`)
    const end = head.length + size
    if (!rest.subarray(0, head.length).equals(head) || rest[end] !== 0x0a) throw intake.broken()
    const bytes = rest.subarray(head.length, end)
    rest = rest.subarray(end + 1)
    return { path, bytes }
  })
}

interface Entry {
  readonly name: string
  readonly kind: MemberKind
  readonly size: number
  readonly object: string
}

/** What `git ls-tree -l -z` lists: mode, type, object and size, and after a tab the path. */
function entriesIn(listed: Buffer): Entry[] {
  const lines = listed.toString('utf8').matchAll(/(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([^\0]+)\0/g)
  return [...lines].map(([, mode = '', object = '', size = '', name = '']) => ({
    name,
    kind: KINDS[mode] ?? 'device',
    size: Number(size) || 0,
    object
  }))
}

/** A submodule is a folder with nothing in it: it is another repository's. */
const KINDS: Readonly<Record<string, MemberKind>> = {
  '100644': 'file',
  '100755': 'file',
  '100664': 'file',
  '120000': 'link',
  '160000': 'folder'
}
