import type { ArchiveFile } from './archives.mjs'
import type { Target } from './nodes.mjs'

export function portableFiles(
  target: Target,
  node: { readonly binary: Uint8Array; readonly licence: Uint8Array }
): ArchiveFile[]
