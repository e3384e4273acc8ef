import { isRecord, present } from '../../util/records.ts'
import { createHash } from 'node:crypto'
import { PICTURE_PATH } from '../../markdown/pictures.ts'
import type { Pack, PackFile } from '../model.ts'
import { withoutMetadata } from '../picture/read.ts'
import { MANIFEST, belongs, isYaml } from '../source/source.ts'
import { decode } from '../../text/decode.ts'

/** Matches a valid npm package name (https://docs.npmjs.com/cli/configuring-npm/package-json#name). */
export const packageName = /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/

const PACKAGE = 'package.json'

/** The keys that are copied from an author's package.json. Others, such as scripts, are not. */
const COPIED_KEYS = ['name', 'homepage', 'repository', 'bugs', 'publishConfig'] as const

/** A pack's files; `listed` are the paths of its exercises, translations and pictures. */
interface PackParts {
  readonly files: readonly PackFile[]
  readonly manifest: string
  readonly listed: readonly string[]
}

/** The files of a pack as an npm package: YAML that the manifest lists, pictures, documents, and a generated package.json. */
export function packageOf(pack: Pack, { files, manifest, listed }: PackParts): readonly PackFile[] {
  const written = files.find(({ path }) => path === PACKAGE)
  const about = packageJson(pack, written === undefined ? {} : parseObject(written.bytes))
  return [
    ...files
      .filter(
        ({ path }) =>
          path === manifest ||
          listed.includes(path) ||
          (belongs(path) && !isYaml(path) && path.toLowerCase() !== PACKAGE)
      )
      .map(({ path, bytes }) => ({ path: path === manifest ? MANIFEST : path, bytes: asPassedOn(path, bytes) })),
    { path: PACKAGE, bytes: Buffer.from(`${JSON.stringify(about, undefined, 2)}\n`) }
  ]
}

/** A file as it is passed on: pictures without metadata, texts with the line ends of Unix. */
function asPassedOn(path: string, bytes: Uint8Array): Uint8Array {
  return PICTURE_PATH.test(path) ? withoutMetadata(bytes) : withUnixLines(bytes)
}

/** With LF line ends: git on Windows may have converted them, and the package must have the same bytes everywhere. */
function withUnixLines(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(0x0d)) return bytes
  return bytes.filter((byte, index) => byte !== 0x0d || bytes[index + 1] !== 0x0a)
}

/** The npm name of a package, from its package.json; empty if it has none. */
export function packageNameIn(files: readonly PackFile[]): string {
  const { name } = parseObject(files.find(({ path }) => path === PACKAGE)?.bytes ?? new Uint8Array())
  return typeof name === 'string' ? name : ''
}

function packageJson(pack: Pack, own: Readonly<Record<string, unknown>>): object {
  const kept = Object.fromEntries(COPIED_KEYS.flatMap((key) => (own[key] === undefined ? [] : [[key, own[key]]])))
  const name =
    typeof kept['name'] === 'string' && packageName.test(kept['name']) ? kept['name'] : `reflect-pack-${pack.id}`
  return {
    ...kept,
    name,
    version: pack.version,
    ...present({ description: pack.summary ?? pack.title, license: pack.license }),
    keywords: ['reflect-pack'],
    contributors: [...pack.authors]
  }
}

function parseObject(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(decode(bytes).text)
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

/** The checksums of an archive: SHA-256 in hexadecimal, and SHA-512 as npm writes it (https://www.w3.org/TR/SRI). */
export function checksums(bytes: Uint8Array): { sha256: string; integrity: string } {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  }
}
