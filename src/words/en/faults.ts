/** What the program says about faults, in English. */
export const faults = {}
