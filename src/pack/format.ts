/** What a pack may hold. Beyond any of these it is refused, so that no pack can make reading it slow. */
export const limits = {
  packBytes: 5 * 1024 * 1024,
  packFiles: 500,
  /** Of an archive: its files and folders, and the largest file. */
  members: 1000,
  memberBytes: 1024 * 1024,
  /** Of a download: a pack is text, which an archive makes smaller. */
  downloadBytes: 5 * 1024 * 1024,
  fileBytes: 256 * 1024,
  nodes: 20_000,
  depth: 16,
  exercises: 200,
  prompts: 100,
  conditionDepth: 8,
  /** Words in an `ask` before it is a warning. */
  askWords: 60
} as const

/** The forms of names in a pack. */
export const patterns = {
  /** A plain name in the pack's own folder. */
  fileName: /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/,
  /** A translation in the pack's folder; its name is the language. */
  translation: /^translations\/([^/]+)\.ya?ml$/i,
  /** https://semver.org, its own pattern. */
  version:
    /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/,
  /** An SPDX expression by its form: names, AND, OR, WITH and parentheses. */
  license: /^\(*[A-Za-z0-9.+:-]+\)*(?: (?:AND|OR|WITH) \(*[A-Za-z0-9.+:-]+\)*)*$/,
  span: /^([1-9]\d{0,3}) (day|week|month)s?$/
} as const

/** Names that Windows keeps for devices, with or without an ending: no file may be called so. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Whether Windows would take a name for a device. */
export function isDevice(name: string): boolean {
  return DEVICE.test(name)
}

/** A language tag by the form of BCP 47. Its longer names of languages are reserved: nobody has registered one. */
export function isLanguage(tag: string): boolean {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return false
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
