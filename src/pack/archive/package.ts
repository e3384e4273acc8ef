import { isRecord } from '../../questions/shared/checking.ts'
import { present } from '../../questions/shared/keys.ts'
import type { Pack, PackFile } from '../model.ts'
import { MANIFEST, belongs, isYaml } from '../source/source.ts'

/** The name of an npm package, as the registry takes it (https://docs.npmjs.com/cli/configuring-npm/package-json#name). */
export const packageName = /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/

const PACKAGE = 'package.json'

/** What an author's own package.json may say; anything else in it, such as scripts, does not leave the folder. */
const OWN_KEYS = ['name', 'homepage', 'repository', 'bugs', 'publishConfig'] as const

/** A pack's files, and which of them its exercises are in. */
interface PackParts {
  readonly files: readonly PackFile[]
  readonly manifest: string
  readonly listed: readonly string[]
}

/** The files of a pack as a package of npm: what its manifest lists, what people read about it, and a package.json made for it. */
export function packageOf(pack: Pack, { files, manifest, listed }: PackParts): readonly PackFile[] {
  const written = files.find(({ path }) => path === PACKAGE)
  const about = packageJson(pack, written === undefined ? {} : storedIn(written.bytes))
  return [
    ...files
      .filter(
        ({ path }) =>
          path === manifest ||
          listed.includes(path) ||
          (belongs(path) && !isYaml(path) && path.toLowerCase() !== PACKAGE)
      )
      .map(({ path, bytes }) => ({ path: path === manifest ? MANIFEST : path, bytes: withUnixLines(bytes) })),
    { path: PACKAGE, bytes: Buffer.from(`${JSON.stringify(about, undefined, 2)}\n`) }
  ]
}

/** A text as git keeps it: on Windows it may have put other line ends into the same file. */
function withUnixLines(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(0x0d)) return bytes
  return bytes.filter((byte, index) => byte !== 0x0d || bytes[index + 1] !== 0x0a)
}

/** The name that npm knows a package by, from its files. */
export function packageNameIn(files: readonly PackFile[]): string {
  const { name } = storedIn(files.find(({ path }) => path === PACKAGE)?.bytes ?? new Uint8Array())
  return typeof name === 'string' ? name : ''
}

function packageJson(pack: Pack, own: Readonly<Record<string, unknown>>): object {
  const kept = Object.fromEntries(OWN_KEYS.flatMap((key) => (own[key] === undefined ? [] : [[key, own[key]]])))
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

function storedIn(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}
