/** What the program says about diagnostics, in English. */
export const diagnostics = {}
