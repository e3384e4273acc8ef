/** A word of a command as it can be pasted into the shell of the system: bash and zsh, or PowerShell and cmd. */
export function shellWord(word: string, platform: string): string {
  if (/^[\p{L}\p{N}_.,/:@+=-]+$/u.test(word) || (platform === 'win32' && /^[\p{L}\p{N}_.\\/:+=-]+$/u.test(word)))
    return word
  if (platform === 'win32') return `"${word}"`
  const home = /^~\//.exec(word)?.[0] ?? ''
  return `${home}'${word.slice(home.length).replaceAll("'", "'\\\\''")}'`
}
