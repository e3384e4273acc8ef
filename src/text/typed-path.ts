import path from 'node:path'

/** What a path depends on. `homeDir` and `cwd` are only read if the path needs them: each may be unknown and throw. */
export interface PathContext {
  readonly platform: NodeJS.Platform
  readonly homeDir: string
  readonly cwd: string
}

/**
 * The absolute path that a person typed, on a command line, at a prompt, in a variable or in a setting. Shells leave much of this
 * to the program: `--output=~/x`, a variable in quotes, everything in cmd.exe; and a file that is dragged into a terminal comes
 * with quotes, or on macOS and Linux with backslashes before its spaces.
 *
 * Spaces around the path and quotes around all of it are left out, `~` at its start is the home folder (`~name` is not), `file:` URLs
 * are decoded, and on systems where a backslash does not separate folders it protects the sign after it. A relative path
 * starts at `from`.
 */
export function typedPath(text: string, context: PathContext, from: 'cwd' | 'homeDir' = 'cwd'): string {
  const isWindows = context.platform === 'win32'
  const { isAbsolute, resolve } = isWindows ? path.win32 : path.posix
  const trimmed = text.trim()
  const [, , inQuotes] = /^(["'])(.*)\1$/s.exec(trimmed) ?? []
  // To make the pattern takes 3 % of a start.
  const isEscaped = !isWindows && trimmed.includes('\\')
  const unescaped = isEscaped ? trimmed.replaceAll(/\\([^\p{L}\p{N}])/gu, '$1') : trimmed
  const plain = fromUrl(inQuotes ?? unescaped, isWindows)
  const [home, rest = ''] = (isWindows ? /^~(?:[\\/]+(.*))?$/s : /^~(?:\/+(.*))?$/s).exec(plain) ?? []
  if (home !== undefined) return resolve(context.homeDir, rest)
  return isAbsolute(plain) ? resolve(plain) : resolve(context[from], plain)
}

/** The path from the current folder to an absolute path; the latter if that folder is gone. */
export function pathFromHere(absolute: string, context: Pick<PathContext, 'cwd'>): string {
  try {
    return path.relative(context.cwd, absolute)
  } catch {
    return absolute
  }
}

/** The path in a `file:` URL; another text as it is. A host is a server on Windows, and nothing elsewhere. */
function fromUrl(text: string, isWindows: boolean): string {
  if (!/^file:\/\//i.test(text) || !URL.canParse(text)) return text
  const { hostname, pathname } = new URL(text)
  const decoded = percentDecoded(pathname)
  if (decoded === undefined || (hostname !== '' && !isWindows)) return text
  if (!isWindows) return decoded
  return hostname === '' ? decoded.replace(/^\/(?=[a-z]:)/i, '') : `\\\\${hostname}${decoded}`
}

function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
