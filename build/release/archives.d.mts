/** A file of an archive; its path has forward slashes. */
export interface ArchiveFile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly executable?: boolean
}

export function tarGz(files: readonly ArchiveFile[]): Uint8Array
export function zip(files: readonly ArchiveFile[]): Uint8Array
