/** What numbers a comparison, or a prompt, leaves. */
export interface Asked {
  readonly min?: number
  readonly max?: number
  readonly gt?: number
  readonly gte?: number
  readonly lt?: number
  readonly lte?: number
}

/** Least and most that comparisons leave, of whole numbers or of any. */
export function rangeOf(
  { min, max, gt, gte, lt, lte }: Asked,
  whole: boolean
): { least: number; most: number; open: boolean } {
  const step = whole ? 1 : 0
  const least = Math.max(min ?? -Infinity, gte ?? -Infinity, gt === undefined ? -Infinity : gt + step)
  const most = Math.min(max ?? Infinity, lte ?? Infinity, lt === undefined ? Infinity : lt - step)
  return { least, most, open: !whole && (gt === least || lt === most) }
}

/** Whether a range leaves anything at all. */
export function isEmpty(
  { least, most, open }: { least: number; most: number; open: boolean },
  whole: boolean
): boolean {
  if (whole) return Math.ceil(least) > Math.floor(most)
  return least > most || (least === most && open)
}
