/**
 * A word of a command as it can be pasted into the shell of a system: bash and zsh, or PowerShell and cmd. The names of files on Windows
 * contain no quotation marks; in other words they are left out there, because the two shells have no common way to write them.
 */
export function shellWord(word: string, platform: NodeJS.Platform): string {
  return platform === 'win32' ? windowsWord(word) : posixWord(word)
}

function windowsWord(word: string): string {
  if (/^[\p{L}\p{N}_.\\/:+=-]+$/u.test(word)) return word
  const plain = word.replaceAll('"', '')
  // PowerShell replaces names after a dollar in double quotes. Single quotes are for PowerShell alone.
  return /[$`]/.test(plain) ? `'${plain.replaceAll("'", "''")}'` : `"${plain}"`
}

function posixWord(word: string): string {
  if (/^[\p{L}\p{N}_.,/:@+=-]+$/u.test(word)) return word
  const home = /^~\//.exec(word)?.[0] ?? ''
  return `${home}'${word.slice(home.length).replaceAll("'", String.raw`'\''`)}'`
}
