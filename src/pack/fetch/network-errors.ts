import os from 'node:os'
import { ReflectError, UsageError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'

/** The other end of a connection: host and port, and the proxy if one is used. */
export interface Peer {
  readonly host: string
  readonly proxy?: string | undefined
}

/** No route to the host. */
const NO_ROUTE = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH'])
/** No connection was made. */
const NOT_CONNECTED = new Set([...NO_ROUTE, 'ENOTFOUND', 'ECONNREFUSED'])
const TIMED_OUT = new Set(['ETIMEDOUT', 'ABORT_ERR', 'TimeoutError', 'ERR_SOCKET_TIMEOUT'])
const CUT_OFF = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE'])

/** The error for one of Node's network error codes; undefined for other codes. Tells if the computer has no network. */
export function networkError(
  code: string,
  { host, proxy }: Peer,
  { packs: { fetch } }: Words,
  cause: unknown
): ReflectError | undefined {
  const because = { cause }
  if (NOT_CONNECTED.has(code) && !isConnected()) return new ReflectError(fetch.noNetwork(host), because)
  if (NOT_CONNECTED.has(code) && proxy !== undefined) return new ReflectError(fetch.noProxy(host, proxy), because)
  if (NO_ROUTE.has(code)) return new ReflectError(fetch.noWay(host), because)
  if (code === 'ENOTFOUND') return new UsageError(fetch.noSuchHost(host), because)
  if (code === 'ECONNREFUSED') return new ReflectError(fetch.noAnswer(host), because)
  if (TIMED_OUT.has(code)) return new ReflectError(fetch.tooSlow(host), because)
  if (CUT_OFF.has(code)) return new ReflectError(fetch.interrupted(host), because)
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO/.test(code)) {
    return new ReflectError(fetch.notTrusted(host, code), because)
  }
  return undefined
}

/** Whether this computer has any network interface except loopback. */
export function isConnected(): boolean {
  return Object.values(os.networkInterfaces()).some((all) => all?.some(({ internal }) => !internal) === true)
}
