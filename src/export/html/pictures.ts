import type { Markdown, Token } from '../../markdown/read.ts'
import { saidPicture, withPictures } from '../../markdown/pictures.ts'
import type { Words } from '../../words/index.ts'
import type { FindPicture } from '../document.ts'
import { escaped } from '../escape.ts'

/** The text with its pictures in the page itself. Those that are not found are described. */
export function withEmbedded(markdown: Markdown, find: FindPicture | undefined, { walk }: Words): Markdown {
  return withPictures(markdown, ({ alt, path }, isAlone): Token => {
    const picture = find?.(path)
    if (picture === undefined) return saidPicture(walk.pictures.shown(alt), isAlone)
    const { type, width, height, bytes } = picture
    const source = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
    return {
      type: 'embedded',
      raw: alt,
      html: `<img src="${source}" alt="${escaped(alt)}" width="${width}" height="${height}">`
    }
  })
}
