/** Whether `dist/` is missing, unfinished, or made from other sources than there are now. */
export function isStale(): boolean
