/** What the program says about settings, in English. */
export const settings = {}
