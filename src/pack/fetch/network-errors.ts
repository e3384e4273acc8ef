import os from 'node:os'
import { ReflectError, UsageError } from '../../context/errors.ts'
import type { Words } from '../../words/index.ts'

/** Whom a connection was made to: a host and its port, and the proxy on the way there, if it is known to be one. */
export interface Peer {
  readonly host: string
  readonly proxy?: string | undefined
}

/** Where there is no way to anywhere. */
const NO_WAY = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH'])
/** Where nobody has taken the call. */
const NO_ANSWER = new Set([...NO_WAY, 'ENOTFOUND', 'ECONNREFUSED'])
const TOO_LONG = new Set(['ETIMEDOUT', 'ABORT_ERR', 'TimeoutError', 'ERR_SOCKET_TIMEOUT'])
const CUT_OFF = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE'])

/**
 * What kept a connection from doing its work, by the code that Node gives the fault; undefined if the code is not of the
 * network. No network and no such host are told apart by whether this computer has any connection at all.
 */
export function networkTrouble(
  code: string,
  { host, proxy }: Peer,
  { packs: { fetch } }: Words,
  cause: unknown
): ReflectError | undefined {
  const because = { cause }
  if (NO_ANSWER.has(code) && !isConnected()) return new ReflectError(fetch.noNetwork(host), because)
  if (NO_ANSWER.has(code) && proxy !== undefined) return new ReflectError(fetch.noProxy(host, proxy), because)
  if (NO_WAY.has(code)) return new ReflectError(fetch.noWay(host), because)
  if (code === 'ENOTFOUND') return new UsageError(fetch.noSuchHost(host), because)
  if (code === 'ECONNREFUSED') return new ReflectError(fetch.noAnswer(host), because)
  if (TOO_LONG.has(code)) return new ReflectError(fetch.tooSlow(host), because)
  if (CUT_OFF.has(code)) return new ReflectError(fetch.interrupted(host), because)
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO/.test(code)) {
    return new ReflectError(fetch.notTrusted(host, code), because)
  }
  return undefined
}

/** Whether this computer has any connection at all, by its network interfaces. */
export function isConnected(): boolean {
  return Object.values(os.networkInterfaces()).some((all) => all?.some(({ internal }) => !internal) === true)
}
