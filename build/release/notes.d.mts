export function releaseNotes(
  changes: string,
  files: readonly { readonly name: string; readonly bytes: number }[]
): string
