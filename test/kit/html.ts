import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

/** Every element of a page, in order. */
export function elementsIn(html: string): Tree.Element[] {
  const below = (node: Tree.Node): Tree.Element[] => {
    const own = 'tagName' in node ? [node] : []
    return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(below)] : own
  }
  return below(parse(html))
}

/** The words of an element and of all below it. */
export function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** An attribute of an element. */
export function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

const ALLOWED = new Set(
  (
    'html head meta title style body a header h1 h2 h3 h4 p nav ol li span main article blockquote div strong em del ' +
    'code pre ul table thead tbody tr th td hr br section dl dt dd small span'
  ).split(' ')
)
const ATTRIBUTES = new Set(
  'lang charset http-equiv content name class id href rel dir role aria-label aria-labelledby tabindex start scope'.split(
    ' '
  )
)

/** What in a page could run, load or lead anywhere unasked; its own style sheet is allowed. */
export function dangersIn(html: string, style: string): string[] {
  return elementsIn(html).flatMap((element) => {
    const { tagName, attrs } = element
    const href = attribute(element, 'href')
    return [
      ...(ALLOWED.has(tagName) ? [] : [`<${tagName}>`]),
      ...attrs.filter(({ name }) => !ATTRIBUTES.has(name)).map(({ name }) => `${tagName} ${name}`),
      ...(tagName === 'style' && textOf(element) !== style ? ['a style'] : []),
      ...(href === undefined || /^(?:#|https?:\/\/|mailto:)/i.test(href) ? [] : [href])
    ]
  })
}

/** Texts that mean to become markup that does something. */
export const hostileMarkup = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![](https://example.org/pixel.png)',
  '[a](javascript:alert(1)) [b](JaVaScRiPt&colon;alert(1)) [c](data:text/html,x) <javascript:alert(1)>',
  '[a](java\nscript:alert(1)) [b](vbscript:x) [c](//example.org) [d](file:///etc/passwd) [e](\u0001javascript:alert(1))',
  '<iframe src="https://example.org"></iframe><style>*{display:none}</style><base href="https://example.org">',
  '[x](https://example.org/"onmouseover="alert(1)) [y](https://example.org "t" onclick="x")',
  '```" onmouseover="alert(1)\nx\n```',
  '| a" onclick="x | b |\n|---|:-:|\n| <td onclick=x> | </table><script> |',
  '<meta http-equiv="refresh" content="0;url=https://example.org">'
]
