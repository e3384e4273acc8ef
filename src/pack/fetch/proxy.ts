import type { Context } from '../../context/context.ts'

/**
 * The proxy that the environment names for an https address: HTTPS_PROXY or ALL_PROXY, unless NO_PROXY excepts the host,
 * in capitals or not. Read as curl and git read them (https://curl.se/docs/manpage.html#ENVIRONMENT).
 */
export function proxyFor({ hostname, port }: URL, env: Context['env']): string | undefined {
  const proxy = named('HTTPS_PROXY', env) ?? named('ALL_PROXY', env)
  const isExcepted = (named('NO_PROXY', env) ?? '')
    .toLowerCase()
    .split(/[,\s]+/)
    .some((item) => excepts(item, hostname, port === '' ? '443' : port))
  if (proxy === undefined || isExcepted) return undefined
  return proxy.includes('://') ? proxy : `http://${proxy}`
}

function named(name: string, env: Context['env']): string | undefined {
  return [env[name.toLowerCase()], env[name]].find((value) => value !== undefined && value !== '')
}

/** `host`, `.host` and `*.host` stand for a host and all below it, with a port for that port only; `*` for any. */
function excepts(item: string, host: string, port: string): boolean {
  const [, name = '', only = port] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(item) ?? []
  return name === '*' || (only === port && name !== '' && (host === name || host.endsWith(`.${name}`)))
}
