import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml'

export type { XmlElement } from '@rgrove/parse-xml'

/** A document is refused beyond these: its characters, its tags, and how deep they are nested. */
const MAX = { length: 24 * 1024 * 1024, tags: 1_000_000, depth: 256 }

/** The text is not XML that is read here. */
export class NotXml extends Error {
  readonly why: 'invalid' | 'entities' | 'large'

  constructor(why: NotXml['why'], options?: { readonly cause?: unknown }) {
    super(`XML: ${why}`, options)
    this.why = why
  }
}

/**
 * The root element of an XML document. Document types are refused, so that nothing declares entities.
 *
 * @throws NotXml
 */
export function readXml(text: string): XmlElement {
  if (text.length > MAX.length || text.split('<', MAX.tags + 1).length > MAX.tags) throw new NotXml('large')
  if (/<!DOCTYPE|<!ENTITY/i.test(text.replaceAll(/<!\[CDATA\[[^]*?\]\]>/g, ''))) throw new NotXml('entities')
  const root = parsed(text)
  if (isDeep(root)) throw new NotXml('large')
  return root
}

function parsed(text: string): XmlElement {
  try {
    const { root } = parseXml(text)
    if (root !== null) return root
  } catch (cause) {
    // Very deep nesting overflows the parser's stack.
    if (cause instanceof RangeError) throw new NotXml('large', { cause })
    if (!(cause instanceof XmlError)) throw cause
    throw new NotXml('invalid', { cause })
  }
  throw new NotXml('invalid')
}

function isDeep(root: XmlElement): boolean {
  let level: readonly XmlElement[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX.depth) return true
    level = level.flatMap((each) => elementsIn(each))
  }
  return false
}

/** The elements directly in another one; only those of a name, if it is given. */
export function elementsIn(parent: XmlElement | undefined, name?: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement => child instanceof XmlElement && (name === undefined || child.name === name)
  )
}

/** The first element of a name directly in another one. */
export function elementIn(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce((found: XmlElement | undefined, name) => elementsIn(found, name)[0], parent)
}

/** All elements of a name in another one, at any depth, in order. */
export function elementsBelow(parent: XmlElement, name: string): XmlElement[] {
  return elementsIn(parent).flatMap((child) => [...(child.name === name ? [child] : []), ...elementsBelow(child, name)])
}

/** The text in an element, or at a path in it; '' if there is none. */
export function textAt(parent: XmlElement | undefined, ...path: readonly string[]): string {
  return elementIn(parent, ...path)?.text ?? ''
}
