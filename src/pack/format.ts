import type { TimeSpan } from '../dates/spans.ts'

/** The versions of the format that this program reads. */
export const FORMATS = [1, 2] as const

/** The limits of a pack. A pack beyond them is refused, so that no pack is slow to read. */
export const limits = {
  packBytes: 5 * 1024 * 1024,
  packFiles: 500,
  /** Of a file of a pack that is added. */
  memberBytes: 1024 * 1024,
  /** Of an archive, which may have other files than the pack's in it: files and folders, its size, and its size when unpacked. */
  members: 10_000,
  downloadBytes: 32 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  fileBytes: 256 * 1024,
  /** Of a picture, and of all pictures of a pack, which do not count as its texts. */
  pictureBytes: 500 * 1000,
  allPictureBytes: 10 * 1024 * 1024,
  /** In pixels. */
  pictureSide: 4096,
  nodes: 20_000,
  depth: 16,
  exercises: 200,
  prompts: 100,
  conditionDepth: 8,
  /** Of one text, and the blocks of a discussion. */
  wordings: 20,
  blocks: 50,
  /** A warning, not an error: words in an `ask`. */
  askWords: 60,
  /** The most words of which an answer can be short. */
  under: 1000
} as const

/** The subfolder of translations. */
export const TRANSLATIONS = 'translations'

/** The formats of texts in a pack. */
export const patterns = {
  /** Of an exercise, in the pack's folder. */
  fileName: /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/,
  /** Of a translation, relative to the pack's folder; captures the language. */
  translation: /^translations\/([^/]+)\.ya?ml$/i,
  /** Semantic Versioning; the pattern that https://semver.org suggests. */
  version:
    /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/,
  /** The syntax of an SPDX expression; names are not checked. */
  license: /^\(*[A-Za-z0-9.+:-]+\)*(?: (?:AND|OR|WITH) \(*[A-Za-z0-9.+:-]+\)*)*$/,
  /** A length of time after a start day. */
  offset: /^(\d{1,4}) (day|week|month)s?$/,
  span: /^([1-9]\d{0,3}) (day|week|month)s?$/,
  /** A number of words, up to `limits.under`. */
  words: /^(?:[1-9]\d{0,2}|1000) words?$/
} as const

/** The length of time that a valid text names. */
export function timeSpanOf(text: string): TimeSpan {
  const [, count = '', unit = ''] = patterns.offset.exec(text) ?? []
  return { count: Number(count), unit: unit === 'day' || unit === 'week' ? unit : 'month' }
}

/** Names that Windows reserves for devices, with or without an extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Whether a file of this name is a device on Windows. */
export function isDevice(name: string): boolean {
  return DEVICE.test(name)
}

/**
 * Whether a text is a BCP 47 tag of a language that has a name, with a script and a region that have names, if there are any. Languages
 * of more than three letters are reserved: not accepted.
 */
export function isLanguage(tag: string): boolean {
  if (/^(?:cy|en|en-GB)$/.test(tag)) return true
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return false
  try {
    const { language, script, region } = new Intl.Locale(tag)
    const isVariantFree = tag
      .split('-')
      .slice(1)
      .every((part) => part.length <= 4 || /^\d|^(?:valencia|x)$/i.test(part))
    return isVariantFree && isNamed('language', language) && isNamed('script', script) && isNamed('region', region)
  } catch {
    return false
  }
}

function isNamed(type: 'language' | 'script' | 'region', code: string | undefined): boolean {
  return code === undefined || new Intl.DisplayNames(['en'], { type, fallback: 'none' }).of(code) !== undefined
}
