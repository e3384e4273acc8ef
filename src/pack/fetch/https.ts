import zlib from 'node:zlib'
import type { Context } from '../../context/context.ts'
import { ReflectError, UsageError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'
import { kindOf } from '../archive/kind.ts'
import { limits } from '../format.ts'
import { bodyOf, request } from './request.ts'
import type { Peer } from './network-errors.ts'

/** A downloaded file and its address after redirects. */
interface Downloaded {
  readonly bytes: Uint8Array
  readonly url: URL
  /** Whether it came from the public internet. */
  readonly wasPublic: boolean
}

interface DownloadOptions {
  /** Set this if the address comes from a public server instead of the user or their settings. */
  readonly mustBePublic?: boolean
  /** The value of an Authorization header. It is sent to the origin of the address only, not to redirect targets. */
  readonly authorization?: string | undefined
}

const MAX_REDIRECTS = 5
/** For the whole download. */
const TIMEOUT_MS = 120_000

/** The server answered 404 or 410. */
export class NotFoundError extends UsageError {}

/** The server answered 401 or 403. */
export class NotAllowedError extends ReflectError {}

/** Downloads a file. Follows redirects to https, but not from a public host to a private one. @throws ReflectError */
export async function download(
  from: URL,
  options: DownloadOptions,
  context: Pick<Context, 'env' | 'words'>
): Promise<Downloaded> {
  const { fetch } = context.words.packs
  let url = from
  let mustBePublic = options.mustBePublic ?? false
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  for (let count = 0; count <= MAX_REDIRECTS; count++) {
    const authorization = url.origin === from.origin ? options.authorization : undefined
    const { response, peer, wasPublic } = await request({ url, mustBePublic, authorization, signal }, context)
    const { statusCode = 0, headers } = response
    const next = statusCode >= 300 && statusCode < 400 ? headers.location : undefined
    if (next === undefined) {
      if (statusCode === 200) {
        const body = await bodyOf(response, peer, context.words)
        return { bytes: withoutEncoding(body, headers['content-encoding']), url, wasPublic }
      }
      response.destroy()
      throw statusError(url, statusCode, peer, context.words)
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

/** The decoders of content encodings (https://www.iana.org/assignments/http-parameters). */
const DECODERS: Readonly<Record<string, (bytes: Uint8Array, options: zlib.ZlibOptions) => Uint8Array>> = {
  gzip: zlib.gunzipSync,
  'x-gzip': zlib.gunzipSync,
  deflate: zlib.inflateSync,
  br: zlib.brotliDecompressSync
}

/**
 * The file in a body that the server compressed, although no encoding was accepted. Some servers state the compression of a
 * `.tgz` itself as its encoding: then the body is the file.
 */
function withoutEncoding(body: Uint8Array, encoding = ''): Uint8Array {
  const name = encoding.trim().toLowerCase()
  const decode = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined
  try {
    const file = decode?.(body, { maxOutputLength: limits.downloadBytes })
    return file === undefined || ['tar', 'unknown'].includes(kindOf(file).kind) ? body : file
  } catch {
    return body
  }
}

function statusError({ host, href }: URL, status: number, { proxy }: Peer, { packs: { fetch } }: Words): ReflectError {
  if (status === 404 || status === 410) return new NotFoundError(fetch.notThere(href))
  if (status === 407 && proxy !== undefined) return new ReflectError(fetch.proxyNotAllowed(proxy))
  if (status === 401 || status === 403) return new NotAllowedError(fetch.notAllowed(host, status))
  return new ReflectError(fetch.serverTrouble(host, status))
}
