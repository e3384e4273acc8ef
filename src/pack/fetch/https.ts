import https from 'node:https'
import type { IncomingMessage } from 'node:http'
import type { Context } from '../../context.ts'
import { ReflectError, UsageError } from '../../errors.ts'
import type { Words } from '../../words/index.ts'
import { limits } from '../limits.ts'
import { proxyFor } from './proxy.ts'
import { PrivateHostError, isPublic, isPublicHost, publicOnly } from './reach.ts'
import { networkTrouble } from './trouble.ts'
import type { Peer } from './trouble.ts'

/** What was downloaded, and the address that it came from in the end. */
interface Downloaded {
  readonly bytes: Uint8Array
  readonly url: URL
  /** Whether it came from the public internet. */
  readonly wasPublic: boolean
}

interface DownloadOptions {
  /** The address itself comes from somewhere public, and not from the learner or their settings. */
  readonly mustBePublic?: boolean
  /** What the host of the address, and no other, is told of who asks: the value of an Authorization header. */
  readonly authorization?: string | undefined
}

type Surroundings = Pick<Context, 'env' | 'words'>

const MOST_REDIRECTS = 5
/** Milliseconds without a byte, and in all. */
const PATIENCE = 20_000
const PATIENCE_IN_ALL = 120_000

/** The page is not there. */
export class NotFoundError extends UsageError {}

/** The page is not for whoever asks. */
export class NotAllowedError extends ReflectError {}

/**
 * Downloads a file over https, following redirects to https only, and never from a public host to a private one.
 *
 * @throws ReflectError with one sentence that says what kept it: no network, no such host, not there, too large...
 */
export async function download(from: URL, options: DownloadOptions, context: Surroundings): Promise<Downloaded> {
  const { fetch } = context.words.packs
  let url = from
  let mustBePublic = options.mustBePublic ?? false
  const signal = AbortSignal.timeout(PATIENCE_IN_ALL)
  for (let count = 0; count <= MOST_REDIRECTS; count++) {
    const authorization = url.origin === from.origin ? options.authorization : undefined
    const { response, peer, wasPublic } = await request({ url, mustBePublic, authorization, signal }, context)
    const { statusCode = 0, headers } = response
    const next = statusCode >= 300 && statusCode < 400 ? headers.location : undefined
    if (next === undefined) {
      if (statusCode === 200) return { bytes: await body(response, peer, context.words), url, wasPublic }
      response.destroy()
      throw refusedBy(url, statusCode, peer, context.words)
    }
    response.destroy()
    if (!URL.canParse(next, url.href)) throw new UsageError(fetch.badRedirect(url.host))
    url = new URL(next, url)
    if (url.protocol !== 'https:') throw new UsageError(fetch.redirectScheme(from.host, url.protocol))
    if (url.username !== '' || url.password !== '') throw new UsageError(fetch.badRedirect(from.host))
    mustBePublic ||= wasPublic
  }
  throw new UsageError(fetch.tooManyRedirects(from.host))
}

interface Request {
  readonly url: URL
  readonly mustBePublic: boolean
  readonly authorization: string | undefined
  readonly signal: AbortSignal
}

interface Responded {
  readonly response: IncomingMessage
  readonly peer: Peer
  /** Whether it came from the public internet. */
  readonly wasPublic: boolean
}

/** One request and the head of its response. */
async function request({ url, ...asking }: Request, { env, words }: Surroundings): Promise<Responded> {
  const { mustBePublic, authorization, signal } = asking
  const known = isPublicHost(url.hostname)
  if (mustBePublic && known === false) throw new UsageError(words.packs.fetch.privateHost(url.host))
  const proxy = proxyFor(url, env)
  const agent = proxy === undefined ? undefined : await proxyAgent(proxy, words)
  const peer = { host: url.host, proxy: agent?.proxy.host }
  return new Promise((resolve, reject) => {
    const asked = https.get(
      url,
      {
        signal,
        timeout: PATIENCE,
        ...(mustBePublic && { lookup: publicOnly }),
        headers: {
          accept: '*/*',
          'accept-encoding': 'identity',
          'user-agent': 'reflect-journal',
          ...(authorization !== undefined && { authorization })
        },
        ...(agent && { agent })
      },
      (response) => {
        // Through a proxy it is the proxy that looks the host up: then only what the name itself tells is known.
        const { remoteAddress } = response.socket
        const wasPublic = agent === undefined && remoteAddress !== undefined ? isPublic(remoteAddress) : known !== false
        resolve({ response, peer, wasPublic })
      }
    )
    asked.on('timeout', () => asked.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })))
    asked.on('error', (error) => reject(failure(error, peer, words)))
  })
}

async function proxyAgent(proxy: string, { packs }: Words) {
  if (!/^https?:/i.test(proxy) || !URL.canParse(proxy)) throw new UsageError(packs.fetch.badProxy())
  const { HttpsProxyAgent } = await import('https-proxy-agent')
  return new HttpsProxyAgent(proxy)
}

function body(response: IncomingMessage, peer: Peer, words: Words): Promise<Uint8Array> {
  const { fetch } = words.packs
  const tooLarge = () => new UsageError(fetch.tooLarge(peer.host, limits.downloadBytes / 1024 ** 2))
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
    response.on('error', (error) => reject(failure(error, peer, words)))
    // A connection that ends before the body does.
    response.on('close', () => reject(new ReflectError(fetch.interrupted(peer.host))))
  })
}

function refusedBy({ host, href }: URL, status: number, { proxy }: Peer, { packs: { fetch } }: Words): ReflectError {
  if (status === 404 || status === 410) return new NotFoundError(fetch.notThere(href))
  if (status === 407 && proxy !== undefined) return new ReflectError(fetch.proxyNotAllowed(proxy))
  if (status === 401 || status === 403) return new NotAllowedError(fetch.notAllowed(host, status))
  return new ReflectError(fetch.serverTrouble(host, status))
}

/** What happened, as far as the system's code tells it. */
function failure(error: Error, peer: Peer, words: Words): ReflectError {
  if (error instanceof PrivateHostError)
    return new UsageError(words.packs.fetch.privateHost(peer.host), { cause: error })
  const code = 'code' in error && error.name !== 'TimeoutError' ? String(error.code) : error.name
  return (
    networkTrouble(code, peer, words, error) ??
    new ReflectError(words.packs.fetch.interrupted(peer.host), { cause: error })
  )
}
