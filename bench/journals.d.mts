/** Makes a journal of `count` entries in a folder, the same for the same seed, and gives the folder. */
export function makeJournal(
  dir: string,
  count: number,
  options?: {
    readonly seed?: number
    readonly firstYear?: number
    readonly years?: number
    /** Every fourth first answer is private. */
    readonly privately?: boolean
  }
): string
