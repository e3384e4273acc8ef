import { PICTURE_PATH, picturesIn } from '../../markdown/pictures.ts'
import { attachedKeys } from '../../questions/shared/attached.ts'
import { fileKey } from '../../text/folding.ts'
import { suggest } from '../../text/suggest.ts'
import type { Report, SourceSpan } from '../diagnostic.ts'
import { limits } from '../format.ts'
import type { PackFile } from '../model.ts'
import type { PictureType } from '../picture/model.ts'
import { readPicture } from '../picture/read.ts'
import { finder, pairsOf, textOf, type Leaf, type Node } from '../yaml/tree.ts'
import type { Outline } from './outline.ts'

/** The keys of texts that can have pictures. */
const MARKDOWN = new Set(['ask', 'help', 'example', 'reading', 'discussion', 'text', ...attachedKeys])

const ENDINGS: Readonly<Record<PictureType, RegExp>> = {
  'image/png': /\.png$/i,
  'image/jpeg': /\.jpe?g$/i,
  'image/webp': /\.webp$/i
}

/** Checks the pictures of a pack of format 2 and their files. Gives the paths of those that its texts show. */
export function checkPictures(
  { format, manifest, exercises, translations }: Outline,
  files: readonly PackFile[]
): string[] {
  if (format === 1) return []
  const check = new PictureCheck(files)
  for (const part of [...exercises, ...translations].flatMap((each) => each.part ?? []))
    for (const [leaf, text] of textsBelow('', part.node)) check.text(text, leaf, part.report)
  const parts = [manifest, ...[...exercises, ...translations].flatMap((each) => each.part ?? [])]
  check.unused(manifest.report, (name) => parts.some(({ lines }) => lines.has(name)))
  return [...check.used]
}

/** The texts that can have pictures, with their nodes. In a translation, a prompt can be only its question. */
function* textsBelow(key: string, node: Node): Generator<[Leaf, string]> {
  const text = textOf(node)
  if (node.kind === 'leaf' && text?.includes('![') === true) yield [node, text]
  for (const pair of pairsOf(node)) {
    const isText = MARKDOWN.has(pair.key) || key === 'prompts'
    if (pair.value.kind !== 'leaf' || isText) yield* textsBelow(pair.key, pair.value)
  }
  if (node.kind === 'list')
    for (const item of node.items) if (item.kind !== 'leaf' || MARKDOWN.has(key)) yield* textsBelow(key, item)
}

/** A path without its ending, case, hyphens and underscores. */
function stem(path: string): string {
  return fileKey(path.replace(/\.\w+$/, '').replaceAll(/[_-]/g, ''))
}

class PictureCheck {
  readonly used = new Set<string>()
  readonly #files: ReadonlyMap<string, PackFile>
  /** The pictures that misspelt paths mean. */
  readonly #meant: string[] = []

  constructor(files: readonly PackFile[]) {
    this.#files = new Map(files.filter(({ path }) => PICTURE_PATH.test(path)).map((file) => [file.path, file]))
  }

  text(text: string, leaf: Leaf, report: Report): void {
    const find = finder(leaf)
    for (const { alt, path } of picturesIn(text)) {
      const span = find(path)
      if (alt === '') report('picture-without-alt', span, { name: path })
      if (!this.used.has(path)) this.#file(path, span, report)
      this.used.add(path)
    }
  }

  #file(path: string, span: SourceSpan, report: Report): void {
    const file = this.#files.get(path)
    if (file === undefined) {
      const [only, ...others] = [...this.#files.keys()].filter((each) => stem(each) === stem(path))
      if (only === undefined || others.length > 0)
        return report('no-such-picture', span, { name: path, near: suggest(path, this.#files.keys()) })
      this.#meant.push(only)
      const fix = span.end - span.start === path.length ? [{ ...span, text: only }] : undefined
      return report('no-such-picture', span, { name: path, near: [only] }, fix)
    }
    if (file.outside === true) return report('links-out', span, { name: path })
    const picture = readPicture(file.bytes)
    if (picture === 'too-large') report('picture-too-large', span, { name: path, limit: limits.pictureBytes / 1000 })
    else if (picture === 'too-wide') report('picture-too-wide', span, { name: path, limit: limits.pictureSide })
    else if (typeof picture === 'string') report('not-a-picture', span, { name: path, isBroken: picture === 'broken' })
    else if (!ENDINGS[picture.type].test(path))
      report('picture-misnamed', span, { name: path, ending: picture.type.slice('image/'.length) })
  }

  /** A picture that is named wrongly has been reported there. */
  unused(report: Report, isNamed: (name: string) => boolean): void {
    const used = new Set([...this.used, ...this.#meant].map(fileKey))
    for (const name of this.#files.keys())
      if (!used.has(fileKey(name)) && !isNamed(name.slice('images/'.length)))
        report('unused-picture', { start: 0, end: 0 }, { name })
  }
}
