/** What the program says about journal, in English. */
export const journal = {}
