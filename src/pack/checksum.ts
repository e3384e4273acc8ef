import { createHash } from 'node:crypto'

/** The checksums of an archive: SHA-256 in hexadecimal, for people, and SHA-512 as npm writes it. */
export function checksums(bytes: Uint8Array): { sha256: string; integrity: string } {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  }
}
