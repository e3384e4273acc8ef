import { packageName } from '../archive/package.ts'

/** The address that a pack is fetched from. */
export type Address =
  /** A folder, a single-file pack or an archive, on this computer; as it was typed. */
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'https'; readonly url: URL }
  | { readonly kind: 'npm'; readonly name: string; readonly range: string }
  | { readonly kind: 'git'; readonly transport: GitTransport; readonly url: string; readonly ref?: string }

/** How git reaches a repository. */
export type GitTransport = 'https' | 'ssh' | 'file'

/** Why a text is not a valid address. */
export type AddressFault =
  | 'bad-npm'
  | 'bad-git'
  | 'bad-github'
  | 'bad-url'
  | 'password'
  | 'not-https'
  | 'unknown-scheme'

/** A version, range or tag; nothing that npm reads as a URL, a path or an alias. */
const RANGE = /^[0-9A-Za-z.^~<>=|* +-]+$/
/** A tag or branch; nothing that git reads as an option. */
const REF = /^[A-Za-z0-9](?!.*\.\.)[A-Za-z0-9._/+-]{0,199}$/
const GITHUB = /^([A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))\/([A-Za-z0-9._-]{1,100}?)(?:\.git)?$/

/** Parses an address that the user typed. Text without a scheme is a path; a drive letter is not a scheme. */
export function parseAddress(text: string): Address | { readonly fault: AddressFault } {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]+):(.*)$/is.exec(text) ?? []
  switch (scheme.toLowerCase()) {
    case 'file':
      return { kind: 'path', path: text }
    case '':
      return /^[\w.-]+@[\w.-]+:/.test(text) ? { fault: 'unknown-scheme' } : { kind: 'path', path: text }
    case 'npm':
      return npmAddress(rest)
    case 'github':
      return githubAddress(rest)
    case 'https':
      return httpsAddress(text)
    case 'http':
      return { fault: 'not-https' }
    case 'git+https':
      return gitAddress(rest, 'https')
    case 'git+ssh':
      return gitAddress(rest, 'ssh')
    case 'git+file':
      return gitAddress(rest, 'file')
    default:
      return { fault: 'unknown-scheme' }
  }
}

function npmAddress(rest: string): Address | { fault: AddressFault } {
  const [, name = '', range = 'latest'] = /^(@?[^@]+)(?:@(.*))?$/.exec(rest) ?? []
  return packageName.test(name) && RANGE.test(range) ? { kind: 'npm', name, range } : { fault: 'bad-npm' }
}

function githubAddress(rest: string): Address | { fault: AddressFault } {
  const [repository = '', ref] = rest.split('#', 2)
  const [, owner, name] = GITHUB.exec(repository) ?? []
  if (owner === undefined || name === undefined || (ref !== undefined && !REF.test(ref))) return { fault: 'bad-github' }
  return { kind: 'https', url: new URL(`https://codeload.github.com/${owner}/${name}/tar.gz/${ref ?? 'HEAD'}`) }
}

function httpsAddress(text: string): Address | { fault: AddressFault } {
  if (!URL.canParse(text)) return { fault: 'bad-url' }
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return { fault: 'password' }
  // Users copy the address of a repository's page: fetch the archive of that repository.
  const page = url.hostname === 'github.com' ? GITHUB.exec(url.pathname.replace(/^\/|\/$/g, '')) : null
  if (page !== null) return githubAddress(`${page[1]}/${page[2]}`)
  return { kind: 'https', url }
}

function gitAddress(rest: string, transport: GitTransport): Address | { fault: AddressFault } {
  const whole = `${transport}:${rest}`
  if (!URL.canParse(whole) || /\p{Cc}|\s/u.test(whole)) return { fault: 'bad-git' }
  const url = new URL(whole)
  const ref = percentDecoded(url.hash.slice(1))
  url.hash = ''
  if (url.password !== '' || (transport === 'https' && url.username !== '')) return { fault: 'password' }
  const host = transport === 'file' ? url.hostname === '' : /^[a-z0-9[][a-z0-9.:[\]-]*$/i.test(url.hostname)
  if (!host || !/^[\w.-]*$/.test(url.username) || url.username.startsWith('-')) return { fault: 'bad-git' }
  if (ref === '') return { kind: 'git', transport, url: url.href }
  return REF.test(ref) ? { kind: 'git', transport, url: url.href, ref } : { fault: 'bad-git' }
}

/** Decodes percent-encoding; gives invalid encoding back unchanged. */
function percentDecoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
