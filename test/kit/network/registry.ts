import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { serve, servePlainly } from './server.ts'

/** A version that the registry has. */
interface Published {
  readonly name: string
  readonly version: string
  readonly tarball: Buffer
  readonly integrity: string
}

/** A small npm registry: it takes what `npm publish` sends, and gives it to who has its token. */
export interface Registry {
  readonly url: string
  readonly published: Published[]
  /** Puts an archive in the place of what was published, as somebody on the way would. */
  tamper(name: string, tarball: Uint8Array): void
}

interface RegistryOptions {
  /** Packages are only for who sends it. */
  readonly token?: string
  /** Over https, as registries on the internet are. */
  readonly secure?: boolean
  /** The address that it says it has, where it is reached by a proxy. */
  readonly known?: string
}

/** Starts a registry. */
export async function startRegistry({ token, secure, known }: RegistryOptions = {}): Promise<Registry> {
  const published: Published[] = []
  const tampered = new Map<string, Buffer>()
  const url: string = await (secure === true ? serve : servePlainly)(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', url)
    const give = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`)
      return give(401, { error: 'sign in' })
    if (pathname === '/-/v1/search') return give(200, found(published))
    const tarball = /^\/(.+)\/-\/([^/]+)\.tgz$/.exec(decodeURIComponent(pathname))
    if (tarball !== null) {
      const [, name = '', file = ''] = tarball
      const item = published.find((each) => each.name === name && file.endsWith(`-${each.version}`))
      return item === undefined ? give(404, {}) : response.end(tampered.get(name) ?? item.tarball)
    }
    const name = decodeURIComponent(pathname.slice(1))
    if (request.method === 'PUT') {
      take(JSON.parse((await bodyOf(request)).toString('utf8')), published)
      return give(201, { ok: true })
    }
    const all = published.filter((item) => item.name === name)
    return all.length === 0 ? give(404, { error: 'Not found' }) : give(200, packument(all, known ?? url))
  })
  return { url, published, tamper: (name, bytes) => void tampered.set(name, Buffer.from(bytes)) }
}

/** What a search gives, whatever is searched for. */
function found(published: readonly Published[]): object {
  const about = { description: '', keywords: ['reflect-pack'], date: new Date(0), links: {}, maintainers: [] }
  const objects = published.map(({ name, version }) => ({
    package: { name, version, publisher: { username: '' }, ...about }
  }))
  return { objects, total: objects.length }
}

function packument(all: readonly Published[], url: string): object {
  const [{ name }, latest] = [all[0] as Published, all.at(-1)]
  const versions = all.map(({ version, integrity }) => [
    version,
    { name, version, dist: { integrity, tarball: `${url}/${name}/-/${name.split('/').at(-1)}-${version}.tgz` } }
  ])
  return { name, 'dist-tags': { latest: latest?.version }, versions: Object.fromEntries(versions) }
}

interface Sent {
  readonly name: string
  readonly versions: Record<string, object>
  readonly _attachments: Record<string, { readonly data: string }>
}

function take({ name, versions, _attachments }: Sent, published: Published[]): void {
  const [version = ''] = Object.keys(versions)
  const [attachment] = Object.values(_attachments)
  const tarball = Buffer.from(attachment?.data ?? '', 'base64')
  published.push({
    name,
    version,
    tarball,
    integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`
  })
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
