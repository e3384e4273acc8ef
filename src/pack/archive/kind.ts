import { decode } from '../../text/decode.ts'
import { onOneLine, shortened } from '../../text/lines.ts'

/** What bytes from outside are, by their beginning. */
export type ContentKind =
  | { readonly kind: 'gzip' | 'zip' | 'tar' | 'yaml' | 'pointer' | 'empty' | 'unknown' }
  /** A page of the web, with its title; `signIn` if it asks for a name or a password. */
  | { readonly kind: 'page'; readonly title: string; readonly signIn: boolean }
  /** JSON, as servers send it in place of a file; the beginning of it. */
  | { readonly kind: 'json'; readonly text: string }
  /** Compressed in another way, or a document: the name of the format. */
  | { readonly kind: 'compressed' | 'document'; readonly format: string }

/** Formats that are not read, by their first bytes in Latin-1. */
const SIGNATURES: readonly (readonly [string, 'compressed' | 'document', string])[] = [
  ['7z\xbc\xaf\x27\x1c', 'compressed', '7z'],
  ['Rar!\x1a\x07', 'compressed', 'RAR'],
  ['\xfd7zXZ\0', 'compressed', 'xz'],
  ['\x28\xb5\x2f\xfd', 'compressed', 'Zstandard'],
  ['BZh', 'compressed', 'bzip2'],
  ['LZIP', 'compressed', 'lzip'],
  ['\x04\x22\x4d\x18', 'compressed', 'LZ4'],
  ['\x1f\x9d', 'compressed', 'compress'],
  ['MSCF', 'compressed', 'CAB'],
  ['%PDF', 'document', 'PDF'],
  ['{\\rtf', 'document', 'RTF'],
  ['\xd0\xcf\x11\xe0', 'document', 'Microsoft Office'],
  ['\x89PNG', 'document', 'PNG'],
  ['\xff\xd8\xff', 'document', 'JPEG'],
  ['GIF8', 'document', 'GIF']
]

/** How much of a text is looked at. */
const MAX_TEXT = 64 * 1024
/** Of what is shown of it. */
const MAX_SHOWN = 60

/** Tells what bytes are. */
export function kindOf(bytes: Uint8Array): ContentKind {
  if (bytes.every((byte) => byte === 0)) return { kind: 'empty' }
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (start.startsWith('\x1f\x8b')) return { kind: 'gzip' }
  if (start.startsWith('PK')) return { kind: 'zip' }
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature))
  if (known !== undefined) return { kind: known[1], format: known[2] }
  return isTar(bytes) ? { kind: 'tar' } : kindOfText(decode(bytes.subarray(0, MAX_TEXT)).text.trimStart())
}

function kindOfText(text: string): ContentKind {
  if (text.startsWith(POINTER)) return { kind: 'pointer' }
  if (/^(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*)*<(?:!doctype\s|html|head|body|meta|title|script)/i.test(text))
    return page(text)
  // JSON is YAML, too: a manifest may be written in it.
  const isJson = /^(?:\{\s*"|\[\s*[{"])/.test(text)
  if (isJson) return /"exercises"\s*:/.test(text) ? { kind: 'yaml' } : { kind: 'json', text: shown(text) }
  return /^(?:format|id|version|title|exercises)[ \t]*:/m.test(text) ? { kind: 'yaml' } : { kind: 'unknown' }
}

function page(text: string): ContentKind {
  const title = shown(/<title[^>]*>([^<]*)/i.exec(text)?.[1] ?? '')
  const signIn = /type=["']?password/i.test(text) || /\b(?:sign|log)[ -]?(?:in|on)\b|\blogin\b/i.test(title)
  return { kind: 'page', title, signIn }
}

function shown(text: string): string {
  return shortened(onOneLine(text.slice(0, 10 * MAX_SHOWN)), MAX_SHOWN)
}

/** What Git LFS stores in place of a file (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
const POINTER = 'version https://git-lfs.github.com/spec/'

/** Whether the bytes are a pointer of Git LFS, and not the file that it stands for. */
export function isPointer(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, POINTER.length)).toString('latin1') === POINTER
}

/** The block of a tar header, and where its checksum is. */
const BLOCK = 512
const CHECKSUM = { start: 148, end: 156 }

/** Whether the bytes begin with the header of a tar archive, whose checksum is the sum of its bytes (POSIX, ustar). */
function isTar(bytes: Uint8Array): boolean {
  if (bytes.length < BLOCK) return false
  const header = Buffer.from(bytes.subarray(0, BLOCK))
  const stated = Number.parseInt(header.toString('latin1', CHECKSUM.start, CHECKSUM.end).replaceAll('\0', ' '), 8)
  header.fill(' ', CHECKSUM.start, CHECKSUM.end)
  return header.reduce((sum, byte) => sum + byte, 0) === stated
}
