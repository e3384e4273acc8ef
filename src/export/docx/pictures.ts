import type { Markdown, Token } from '../../markdown/read.ts'
import { saidPicture, withPictures } from '../../markdown/pictures.ts'
import type { Picture } from '../../pack/picture/model.ts'
import type { Words } from '../../words/index.ts'
import type { FindPicture } from '../document.ts'
import { escaped } from '../escape.ts'
import { DRAWINGS, TEXT_WIDTH } from './parts.ts'

/** English metric units in a pixel of 1/96 inch, and in a twentieth of a point. */
const [PER_PIXEL, PER_TWENTIETH] = [9525, 635]
/** The largest size of a picture: the width of the text, and half of the height of the page. */
const [WIDEST, HIGHEST] = [TEXT_WIDTH * PER_TWENTIETH, 7000 * PER_TWENTIETH]

/** A picture that is a part of the document. */
export interface Medium {
  /** Of its relationship. */
  readonly id: string
  readonly name: string
  readonly picture: Picture
}

/** The pictures of a Word document. Each is stored once. */
export class Media {
  readonly #media = new Map<string, Medium>()
  readonly #words: Words
  #drawings = 0

  constructor(words: Words) {
    this.#words = words
  }

  get all(): readonly Medium[] {
    return [...this.#media.values()]
  }

  /** The text with its pictures. Those that are not found, or of a kind that Word does not show everywhere, are described. */
  embed(markdown: Markdown, find: FindPicture | undefined): Markdown {
    return withPictures(markdown, ({ alt, path }, isAlone): Token => {
      const picture = find?.(path)
      if (picture === undefined || picture.type === 'image/webp')
        return saidPicture(this.#words.walk.pictures.shown(alt), isAlone)
      return { type: 'embedded', raw: alt, xml: this.#drawing(this.#medium(picture), alt) }
    })
  }

  #medium(picture: Picture): Medium {
    const key = Buffer.from(picture.bytes).toString('latin1')
    const known = this.#media.get(key)
    if (known !== undefined) return known
    const number = this.#media.size + 1
    const ending = picture.type === 'image/png' ? 'png' : 'jpeg'
    const medium = { id: `p${number}`, name: `picture${number}.${ending}`, picture }
    this.#media.set(key, medium)
    return medium
  }

  /** ECMA-376 part 1, 20.4.2.8 and 20.2.2.5. */
  #drawing({ id, picture }: Medium, alt: string): string {
    const number = ++this.#drawings
    const [width, height] = sizeOf(picture)
    const about = `id="${number}" name="Picture ${number}" descr="${escaped(alt)}"`
    return (
      `<w:r><w:drawing><wp:inline><wp:extent cx="${width}" cy="${height}"/><wp:docPr ${about}/>` +
      `<a:graphic><a:graphicData uri="${DRAWINGS}/picture"><pic:pic>` +
      `<pic:nvPicPr><pic:cNvPr ${about}/><pic:cNvPicPr/></pic:nvPicPr>` +
      `<pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
      `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
      '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
  }
}

function sizeOf({ width, height }: Picture): [width: number, height: number] {
  const scale = Math.min(PER_PIXEL, WIDEST / width, HIGHEST / height)
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
}
