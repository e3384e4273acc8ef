import type { Context } from '../../context/context.ts'
import { errorCode } from '../../util/system-calls.ts'
import { ReflectError, UsageError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'
import { limits } from '../format.ts'
import { networkError, type Peer } from './network-errors.ts'
import { PrivateHostError, isPublic, isPublicHost, publicOnly } from './public-address.ts'
import https from 'node:https'
import type { IncomingMessage } from 'node:http'

/** Without a byte. */
const TIMEOUT_MS = 20_000

interface RequestOptions {
  readonly url: URL
  readonly mustBePublic: boolean
  readonly authorization: string | undefined
  readonly signal: AbortSignal
}

/** A response whose body has not been read. */
interface ResponseHead {
  readonly response: IncomingMessage
  readonly peer: Peer
  /** Whether it came from the public internet. */
  readonly wasPublic: boolean
}

/** Sends a GET request, through the proxy that the environment names. @throws ReflectError if there is no response. */
export async function request(
  { url, mustBePublic, authorization, signal }: RequestOptions,
  { env, words }: Pick<Context, 'env' | 'words'>
): Promise<ResponseHead> {
  const known = isPublicHost(url.hostname)
  if (mustBePublic && known === false) throw new UsageError(words.packs.fetch.privateHost(url.host))
  const proxy = proxyFor(url, env)
  const agent = proxy === undefined ? undefined : await proxyAgent(proxy, words)
  const peer = { host: url.host, proxy: agent?.proxy.host }
  return new Promise((resolve, reject) => {
    const sent = https.get(
      url,
      {
        signal,
        timeout: TIMEOUT_MS,
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
        // A proxy does the DNS lookup itself, so then only the host's name can tell.
        const { remoteAddress } = response.socket
        const wasPublic = agent === undefined && remoteAddress !== undefined ? isPublic(remoteAddress) : known !== false
        resolve({ response, peer, wasPublic })
      }
    )
    sent.on('timeout', () => sent.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })))
    sent.on('error', (error) => reject(requestError(error, peer, words)))
  })
}

async function proxyAgent(proxy: string, { packs }: Words) {
  if (!/^https?:/i.test(proxy) || !URL.canParse(proxy)) throw new UsageError(packs.fetch.badProxy())
  const { HttpsProxyAgent } = await import('https-proxy-agent')
  return new HttpsProxyAgent(proxy)
}

/** The body of a response. @throws ReflectError if it is larger than a pack may be, or the connection breaks. */
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
    response.on('error', (error) => reject(requestError(error, peer, words)))
    // The connection ended before the body did; after `end` this has no effect.
    response.on('close', () => reject(new ReflectError(fetch.interrupted(peer.host))))
  })
}

function requestError(error: Error, peer: Peer, words: Words): ReflectError {
  if (error instanceof PrivateHostError)
    return new UsageError(words.packs.fetch.privateHost(peer.host), { cause: error })
  const code = (error.name !== 'TimeoutError' && errorCode(error)) || error.name
  return (
    networkError(code, peer, words, error) ??
    new ReflectError(words.packs.fetch.interrupted(peer.host), { cause: error })
  )
}

/** The proxy for an https address, as in curl (https://curl.se/docs/manpage.html#ENVIRONMENT); names in any case. */
function proxyFor({ hostname, port }: URL, env: Context['env']): string | undefined {
  const proxy = variable('HTTPS_PROXY', env) ?? variable('ALL_PROXY', env)
  const isExcluded = (variable('NO_PROXY', env) ?? '')
    .toLowerCase()
    .split(/[,\s]+/)
    .some((item) => excludes(item, hostname, port === '' ? '443' : port))
  if (proxy === undefined || isExcluded) return undefined
  return proxy.includes('://') ? proxy : `http://${proxy}`
}

function variable(name: string, env: Context['env']): string | undefined {
  return [env[name.toLowerCase()], env[name]].find((value) => value !== undefined && value !== '')
}

/** `host`, `.host` and `*.host` match a host and its subdomains, `host:port` that port only, `*` everything. */
function excludes(item: string, host: string, port: string): boolean {
  const [, name = '', only = port] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(item) ?? []
  return name === '*' || (only === port && name !== '' && (host === name || host.endsWith(`.${name}`)))
}
