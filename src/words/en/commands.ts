/** What the program says about commands, in English. */
export const commands = {}
