import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { runProgram } from '../../src/program.ts'
import { checksums } from '../../src/pack/archive/package.ts'
import { tgzOf } from '../kit/archives.ts'
import { contextIn } from '../kit/context.ts'
import { certificate, serve, servePlainly } from '../kit/network/server.ts'
import type { Answer } from '../kit/network/server.ts'
import { commitAll, myPack, nothingRan, scripts, writeFiles } from '../kit/pack-folders.ts'
import { newPlace, refusal } from '../kit/refusals.ts'
import type { Place } from '../kit/refusals.ts'
import { needProgram } from '../kit/needs.ts'

const MiB = 1024 * 1024

/** Sends data until the client stops. */
const endless: Answer = (_, response) => {
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(64 * 1024)));
  }
  response.on('drain', more)
  more()
}

const server: Answer = (request, response) => {
  const to = (location: string) => response.writeHead(302, { location }).end()
  switch (request.url?.split('?', 1)[0]?.replace(/\/info\/refs$/, '')) {
    case '/itself':
      return to('/itself')
    case '/http':
      return to('http://localhost/x.tgz')
    case '/file':
      return to('file:///etc/passwd')
    case '/data':
      return to('data:text/plain,x')
    case '/password':
      return to('https://me:secret@localhost/x')
    case '/nonsense':
      return to('https://[')
    case '/large':
      return response.writeHead(200, { 'content-length': 50 * MiB }).write('x')
    case '/endless':
      return endless(request, response)
    case '/cut-off':
      return response.writeHead(200, { 'content-length': 1000 }).write('x', () => response.destroy())
    case '/nothing':
      return request.socket.destroy()
    case '/page':
      return response.end('<!doctype html>')
    case '/error':
      return response.writeHead(500).end()
    case '/forbidden':
      return response.writeHead(403).end()
    case '/sign-in':
      return response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end()
    default:
      return response.writeHead(404).end()
  }
}

describe('a hostile server is refused, and nothing of its data is left', () => {
  it.each([
    ['/itself', /kept redirecting from one address to another/],
    ['/http', /begins with http: and not with https:/],
    ['/file', /begins with file: and not with https:/],
    ['/data', /begins with data: and not with https:/],
    ['/password', /not an address/],
    ['/nonsense', /not an address/],
    ['/large', /is larger than the file of a pack may be \(32 MiB\)/],
    ['/endless', /is larger than the file of a pack may be \(32 MiB\)/],
    ['/cut-off', /was interrupted, so nothing was added/],
    ['/nothing', /was interrupted, so nothing was added/],
    ['/page', /is a web page, not the file of a pack/],
    ['/error', /has a problem \(500\)/],
    ['/forbidden', /does not let you have this \(403\)/],
    ['/absent', /There is no file at/]
  ])('%s', async (page, sentence) => {
    const url = await serve(server)
    expect(await refusal(`${url}${page}`, newPlace())).toMatch(sentence)
  })

  it.each([
    ['/itself', /has moved; look it up in your browser/],
    ['/http', /has moved; look it up in your browser/],
    ['/endless', /is larger than the file of a pack may be \(32 MiB\)|was interrupted|git could not fetch/],
    ['/nothing', /was interrupted, so nothing was added/],
    ['/page', /is not a pack: there is no file pack\.yaml/],
    ['/error', /git could not fetch .*500/],
    ['/forbidden', /does not let you in/],
    ['/sign-in', /does not let you in/],
    ['/absent', /There is no git repository at/]
  ])('as a git host: %s', async (page, sentence) => {
    needProgram('git')
    const url = await serve(server)
    expect(await refusal(`git+${url}${page}`, newPlace(), { GIT_SSL_CAINFO: certificate })).toMatch(sentence)
  })
})

/** A registry with one package, with the archive and metadata that a test gives. */
async function registryWith(place: Place, archive: Answer, about: { tarball?: string; integrity?: string } = {}) {
  needProgram('npm')
  const url: string = await servePlainly((request, response) => {
    if (request.url?.endsWith('.tgz') === true) return archive(request, response)
    const dist = { tarball: `${url}/evil/-/evil-1.0.0.tgz`, ...about }
    const versions = { '1.0.0': { name: 'evil', version: '1.0.0', scripts: scripts(place.beside), dist } }
    response.end(JSON.stringify({ name: 'evil', 'dist-tags': { latest: '1.0.0' }, versions }))
  })
  return { npm_config_registry: url }
}

const members = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([name, body]) => ({ path: `package/${name}`, body }))

describe('a hostile package of the registry', () => {
  const upwards = tgzOf([...members(myPack), { path: 'package/../../evil', body: 'x' }])
  it.each<readonly [string, Answer, object, RegExp]>([
    ['without an end', endless, {}, /is larger than the file of a pack may be \(32 MiB\)/],
    [
      'of another content than was published',
      (_, response) => response.end(tgzOf(members(myPack))),
      { integrity: checksums(Buffer.from('x')).integrity },
      /is not what was published \(its checksum differs\)/
    ],
    ['that leads upwards', (_, response) => response.end(upwards), {}, /name could do harm|npm could not fetch/],
    ['that is no archive', (_, response) => response.end('<!doctype html>'), {}, /could not fetch|is a web page/],
    [
      'that lies on this computer',
      (_, response) => response.end(),
      { tarball: 'file:///etc/passwd' },
      /could not fetch/
    ],
    ['that is not there', (_, response) => response.writeHead(404).end(), {}, /There is no package "evil"/]
  ])('%s is refused', async (_, archive, about, sentence) => {
    const place = newPlace()
    expect(await refusal('npm:evil', place, await registryWith(place, archive, about))).toMatch(sentence)
  })

  it.each(['file:', 'git+file://'])('with a source at %s and scripts is refused', async (scheme) => {
    const place = newPlace()
    const about = { name: 'evil', version: '1.0.0', scripts: scripts(place.beside) }
    const work = writeFiles(path.join(place.beside, 'work'), { ...myPack, 'package.json': JSON.stringify(about) })
    commitAll(work)
    const env = await registryWith(place, (_, response) => response.end(), { tarball: `${scheme}${work}` })
    expect(await refusal('npm:evil', place, env)).toMatch(/npm could not fetch "evil"/)
    nothingRan(place.beside)
  })

  it('with scripts is installed, and no script runs', async () => {
    const place = newPlace()
    const own = { 'package.json': JSON.stringify({ name: 'evil', version: '1.0.0', scripts: scripts(place.beside) }) }
    const archive = tgzOf(members({ ...myPack, ...own }))
    const env = await registryWith(place, (_, response) => response.end(archive), {
      integrity: checksums(archive).integrity
    })
    expect(await runProgram(['pack', 'add', 'npm:evil', '--yes', '--quiet'], contextIn(place.dir, env))).toBe(0)
    nothingRan(place.beside)
    expect(fs.readdirSync(path.join(place.dir, 'home', 'packs', 'staging'))).toEqual([])
    expect(fs.readdirSync(place.dir)).toEqual(['home'])
  })
})
