import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'

/** Where packages are fetched from, and as whom: the value of an Authorization header. */
export interface Registry {
  /** Ends in a slash. */
  readonly url: URL
  readonly authorization?: string
}

const PUBLIC = 'https://registry.npmjs.org/'

/**
 * The registry of a package, by the learner's own settings for npm: a scope has its own, and a registry its token
 * (https://docs.npmjs.com/cli/configuring-npm/npmrc). To ask another one for a private package would tell it of that
 * package, and let anybody answer.
 */
export function registryOf(name: string, context: Pick<Context, 'env' | 'homeDir'>): Registry {
  const settings = npmSettings(context)
  const scope = /^(@[^/]+)\//.exec(name)?.[1]
  const named = (scope === undefined ? undefined : settings.get(`${scope}:registry`)) ?? settings.get('registry')
  const url = new URL(named !== undefined && URL.canParse(named) ? named.replace(/\/*$/, '/') : PUBLIC)
  const place = url.href.slice(url.protocol.length)
  const [token, pair] = [settings.get(`${place}:_authToken`), settings.get(`${place}:_auth`)]
  if (token !== undefined) return { url, authorization: `Bearer ${token}` }
  return pair === undefined ? { url } : { url, authorization: `Basic ${pair}` }
}

/** The environment's settings first, then those of the file in the home; `${NAME}` stands for a variable. */
function npmSettings({ env, homeDir }: Pick<Context, 'env' | 'homeDir'>): ReadonlyMap<string, string> {
  const ofEnv = Object.entries(env).flatMap(([name, value = '']) =>
    /^npm_config_/i.test(name) && value !== '' ? [[name.slice('npm_config_'.length).toLowerCase(), value] as const] : []
  )
  const file = new Map(ofEnv).get('userconfig') ?? path.join(homeDir, '.npmrc')
  const lines = textOf(file).matchAll(/^[ \t]*([^;#=\s][^=\n]*?)[ \t]*=[ \t]*(.*?)[ \t\r]*$/gm)
  const ofFile = [...lines].map(([, key = '', value = '']) => {
    const filled = value.replaceAll(/\$\{([^}]+)\}/g, (whole, name: string) => env[name] ?? whole)
    return [key, filled.replace(/^(["'])(.*)\1$/, '$2')] as const
  })
  return new Map([...ofFile, ...ofEnv])
}

function textOf(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
