import { Document, isMap, isNode, isScalar, Scalar, visit } from 'yaml'

/** A comment above a value of a file, by the keys and indexes that lead to it; [] is the beginning of the file. */
export interface Comment {
  readonly path: readonly (string | number)[]
  readonly text: string
}

/** The YAML of a file, with comments. Texts of several lines are written after `|`. */
export function writeYaml(value: Readonly<Record<string, unknown>>, comments: readonly Comment[]): string {
  const document = new Document(value, { aliasDuplicateObjects: false })
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = Scalar.BLOCK_LITERAL
    }
  })
  for (const { path, text } of comments)
    Object.assign(placeOf(document, path) ?? {}, { commentBefore: commented(text) })
  return document.toString({ lineWidth: 120, indentSeq: true })
}

/** What carries a comment: the document, a value that is a mapping or a list, or else its key. */
function placeOf(document: Document, path: Comment['path']): object | undefined {
  if (path.length === 0) return document
  const node = document.getIn(path, true)
  if (isNode(node) && !isScalar(node)) return node
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
  return isNode(pair?.key) ? pair.key : undefined
}

function commented(text: string): string {
  return text
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n')
}
