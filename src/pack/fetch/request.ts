import https from 'node:https'
import type { IncomingMessage } from 'node:http'
import type { Context } from '../../context/context.ts'
import { ReflectError, UsageError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'
import { limits } from '../limits.ts'
import { proxyFor } from './proxy.ts'
import { PrivateHostError, isPublic, isPublicHost, publicOnly } from './public-address.ts'
import { networkTrouble } from './network-errors.ts'
import type { Peer } from './network-errors.ts'

/** Milliseconds without a byte. */
const PATIENCE = 20_000

/** One page to be asked for. */
interface Request {
  readonly url: URL
  readonly mustBePublic: boolean
  readonly authorization: string | undefined
  readonly signal: AbortSignal
}

/** The head of a response, and from whom it is. */
interface Responded {
  readonly response: IncomingMessage
  readonly peer: Peer
  /** Whether it came from the public internet. */
  readonly wasPublic: boolean
}

/** One request and the head of its response. @throws ReflectError with one sentence that says what kept it. */
export async function request(
  { url, ...asking }: Request,
  { env, words }: Pick<Context, 'env' | 'words'>
): Promise<Responded> {
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

/** What a response holds, up to what a pack may be. @throws ReflectError where it is more, or breaks off. */
export function bodyOf(response: IncomingMessage, peer: Peer, words: Words): Promise<Uint8Array> {
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
