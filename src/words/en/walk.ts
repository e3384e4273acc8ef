/** What the program says about walk, in English. */
export const walk = {}
