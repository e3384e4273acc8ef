/** Joins blocks of lines with an empty line between them; empty blocks are left out. */
export function parted(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((lines) => (lines.length === 0 ? [] : [...lines, ''])).slice(0, -1)
}
