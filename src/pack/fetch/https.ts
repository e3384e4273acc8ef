import https from 'node:https'
import type { IncomingMessage } from 'node:http'
import { ReflectError, UsageError } from '../../errors.ts'
import type { Words } from '../../words/index.ts'
import { limits } from '../limits.ts'
import { PrivateHostError, isConnected, isPublicHost, lookUpPublic } from './reach.ts'

/** What was downloaded, and the address that it came from in the end. */
export interface Downloaded {
  readonly bytes: Uint8Array
  readonly url: URL
}

const MOST_REDIRECTS = 5
/** Milliseconds without a byte, and in all. */
const PATIENCE = 20_000
const PATIENCE_IN_ALL = 120_000

/** The page is not there. */
export class NotFoundError extends UsageError {}

/**
 * Downloads a file over https, following redirects to https only, and never from a public host to a private one.
 * `mustBePublic`: the address itself comes from somewhere public and not from the learner.
 *
 * @throws ReflectError with one sentence that says what kept it: no network, no such host, not there, too large...
 */
export async function download(from: URL, words: Words, mustBePublic = false): Promise<Downloaded> {
  let url = from
  let isPublic = mustBePublic
  const deadline = AbortSignal.timeout(PATIENCE_IN_ALL)
  for (let count = 0; count <= MOST_REDIRECTS; count++) {
    const { response, wasPublic } = await request(url, isPublic, deadline, words)
    const { statusCode = 0, headers } = response
    const next = statusCode >= 300 && statusCode < 400 ? headers.location : undefined
    if (next === undefined) {
      if (statusCode !== 200) {
        response.destroy()
        throw refusedBy(url, statusCode, words)
      }
      return { bytes: await body(response, url, words), url }
    }
    response.destroy()
    if (!URL.canParse(next, url.href)) throw new UsageError(words.packs.fetch.badRedirect(url.host))
    url = new URL(next, url)
    if (url.protocol !== 'https:') throw new UsageError(words.packs.fetch.redirectScheme(from.host, url.protocol))
    if (url.username !== '' || url.password !== '') throw new UsageError(words.packs.fetch.badRedirect(from.host))
    isPublic ||= wasPublic
  }
  throw new UsageError(words.packs.fetch.tooManyRedirects(from.host))
}

/** One request and the head of its response; what it says of the host is known once the connection stands. */
async function request(
  url: URL,
  mustBePublic: boolean,
  signal: AbortSignal,
  words: Words
): Promise<{ response: IncomingMessage; wasPublic: boolean }> {
  const known = isPublicHost(url.hostname)
  if (mustBePublic && known === false) throw new UsageError(words.packs.fetch.privateHost(url.host))
  let wasPublic = known ?? true
  // Through a proxy it is the proxy that looks the host up: then only what the name itself tells is known.
  const lookup = lookUpPublic(mustBePublic, (found) => (wasPublic = found))
  const agent = await proxyFor(url)
  return new Promise((resolve, reject) => {
    const asked = https.get(
      url,
      {
        lookup,
        signal,
        timeout: PATIENCE,
        headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'reflect-journal' },
        ...(agent === undefined ? {} : { agent })
      },
      (response) => resolve({ response, wasPublic })
    )
    asked.on('timeout', () => asked.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })))
    asked.on('error', (error) => reject(failure(error, url, words)))
  })
}

/** The proxy that the environment names (HTTPS_PROXY, NO_PROXY), if it names one for this address. */
async function proxyFor(url: URL): Promise<https.Agent | undefined> {
  const { getProxyForUrl } = await import('proxy-from-env')
  const proxy = getProxyForUrl(url.href)
  if (proxy === '') return undefined
  const { HttpsProxyAgent } = await import('https-proxy-agent')
  return new HttpsProxyAgent(proxy)
}

function body(response: IncomingMessage, url: URL, words: Words): Promise<Uint8Array> {
  const tooLarge = () => new UsageError(words.packs.fetch.tooLarge(url.host, limits.downloadBytes / 1024 ** 2))
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const stop = (error: Error) => {
      reject(error)
      response.destroy()
    }
    if (Number(response.headers['content-length'] ?? 0) > limits.downloadBytes) return stop(tooLarge())
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > limits.downloadBytes) stop(tooLarge())
      else chunks.push(chunk)
    })
    response.on('end', () => resolve(Buffer.concat(chunks)))
    response.on('error', (error) => reject(failure(error, url, words)))
    // A connection that ends before the body does.
    response.on('close', () => reject(new ReflectError(words.packs.fetch.interrupted(url.host))))
  })
}

function refusedBy({ host, href }: URL, status: number, { packs: { fetch } }: Words): ReflectError {
  if (status === 404 || status === 410) return new NotFoundError(fetch.notThere(href))
  if (status === 401 || status === 403 || status === 407) return new ReflectError(fetch.notAllowed(host, status))
  return new ReflectError(fetch.serverTrouble(host, status))
}

/** What happened, as far as the system's code tells it. */
function failure(error: Error, { host }: URL, { packs: { fetch } }: Words): ReflectError {
  const code = 'code' in error ? String(error.code) : ''
  const cause = { cause: error }
  if (error instanceof PrivateHostError) return new UsageError(fetch.privateHost(host), cause)
  if (
    ['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH'].includes(code) ||
    (code === 'ENOTFOUND' && !isConnected())
  ) {
    return new ReflectError(fetch.noNetwork(host), cause)
  }
  if (code === 'ENOTFOUND') return new UsageError(fetch.noSuchHost(host), cause)
  if (code === 'ECONNREFUSED') return new ReflectError(fetch.noAnswer(host), cause)
  if (code === 'ETIMEDOUT' || code === 'ABORT_ERR' || error.name === 'TimeoutError') {
    return new ReflectError(fetch.tooSlow(host), cause)
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO/.test(code))
    return new ReflectError(fetch.notTrusted(host, code), cause)
  return new ReflectError(fetch.interrupted(host), cause)
}
