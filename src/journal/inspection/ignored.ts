import fs from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { replaceFile } from '../../storage/atomic-write.ts'
import { textOf } from '../reading.ts'
import { DRAFTS, OURS, TRASH } from '../names.ts'

/** Lines that a program which keeps versions or copies of the journal should have in its list of files to ignore. */
export interface IgnoreLines {
  readonly program: 'git' | 'Syncthing'
  /** The list's path. The file may not exist. */
  readonly file: string
  readonly lines: readonly string[]
}

/**
 * The lines for drafts, the trash and the program's own files that are missing in `.gitignore` if the journal is in a git work
 * tree, and in `.stignore` if it is in a folder of Syncthing.
 */
export function missingIgnoreLines(dir: string): IgnoreLines[] {
  return [...forGit(dir), ...forSyncthing(dir)].filter(({ lines }) => lines.length > 0)
}

/** Appends the lines to the list. @throws ReflectError if it cannot be saved. */
export function addIgnoreLines({ file, lines }: IgnoreLines): void {
  const before = textOf(file)?.text ?? ''
  const gap = before === '' || before.endsWith('\n') ? '' : '\n'
  replaceFile(file, `${before}${gap}${lines.join('\n')}\n`)
}

/** See gitignore(5): a list may be in any folder; a pattern without a slash inside matches at any depth below it. */
function forGit(dir: string): IgnoreLines[] {
  const root = folderAbove(dir, '.git')
  if (root === undefined) return []
  const path = pathIn(root, dir)
  const given = new Set([
    ...patternsIn(join(dir, '.gitignore')),
    ...[join(root, '.gitignore'), join(root, '.git', 'info', 'exclude')].flatMap((list) =>
      belowOf(path, patternsIn(list))
    )
  ])
  const lines = [`/${DRAFTS}/`, `/${TRASH}/`, `${OURS}*`]
  return [{ program: 'git', file: join(dir, '.gitignore'), lines: missing(lines, given) }]
}

/** See Syncthing's documentation on ignoring files: one list, in the folder that is shared. */
function forSyncthing(dir: string): IgnoreLines[] {
  const root = folderAbove(dir, '.stfolder')
  if (root === undefined) return []
  const path = pathIn(root, dir)
  const file = join(root, '.stignore')
  const lines = [DRAFTS, TRASH].map((folder) => `/${path}${folder}`)
  const given = new Set(belowOf(path, patternsIn(file)))
  return [{ program: 'Syncthing', file, lines: missing([...lines, `${OURS}*`], given, path) }]
}

/** The nearest folder, the given one or one above it, that contains a name. */
function folderAbove(dir: string, name: string): string | undefined {
  if (fs.existsSync(join(dir, name))) return dir
  return dirname(dir) === dir ? undefined : folderAbove(dirname(dir), name)
}

/** The path of a folder in another, with slashes and with one at its end; '' if they are the same. */
function pathIn(root: string, dir: string): string {
  const path = relative(root, dir).split(sep).join('/')
  return path === '' ? '' : `${path}/`
}

/** The patterns of a list without slashes and stars at their ends. */
function patternsIn(list: string): string[] {
  const lines = textOf(list)?.text.split(/\r?\n/) ?? []
  return lines.map((line) =>
    line
      .trim()
      .replace(/^\(\?[a-z]+\)/, '')
      .replace(/\/+\**$/, '')
      .replace(/^\//, '')
  )
}

/** Patterns of a folder above the journal as patterns of the journal. `path` is the journal's in that folder. */
function belowOf(path: string, patterns: readonly string[]): string[] {
  const isAll = patterns.some(
    (pattern) => pattern === '*' || (path !== '' && path.startsWith(`${pattern}/`) && pattern !== '')
  )
  if (isAll) return [DRAFTS, TRASH, OURS]
  return patterns.flatMap((pattern) => {
    if (pattern.startsWith(path)) return pattern.slice(path.length)
    return pattern.includes('/') ? [] : pattern
  })
}

function missing(lines: readonly string[], given: ReadonlySet<string>, path = ''): string[] {
  return lines.filter((line) => {
    const name = line
      .replace(`/${path}`, '')
      .replace(/[*/]+$/, '')
      .replace(/^\//, '')
    return !given.has(name) && !given.has(`${name}*`)
  })
}
