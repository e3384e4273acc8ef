import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { addAndUse, builtIn, npmSettings, publish, trusting } from '../kit/handing-out.ts'
import { repositoriesIn } from '../kit/network/git.ts'
import { startProxy } from '../kit/network/proxy.ts'
import { startRegistry } from '../kit/network/registry.ts'
import { serve } from '../kit/network/server.ts'
import { commitAll, git, myPack, writeFiles } from '../kit/pack-folders.ts'
import { launcher, newHome } from '../kit/program.ts'
import { skipTest } from '../kit/needs.ts'

/** A computer without npm and git. */
const bare = { PATH: '' }

describe('through the proxy of the environment', () => {
  it('a repository on GitHub is fetched, by its short name and by its page', async () => {
    const home = newHome()
    const bytes = await builtIn(home)
    const asked: string[] = []
    const github = await serve((request, response) => {
      asked.push(request.url ?? '')
      response.end(bytes)
    })
    const proxy = await startProxy(github)
    const env = { ...trusting, HTTPS_PROXY: proxy.url }
    const added = await addAndUse(home, 'github:owner/my-pack#v1.0.0', { env })
    expect(added).toMatchObject({
      source: 'github:owner/my-pack#v1.0.0',
      exact: 'https://codeload.github.com/owner/my-pack/tar.gz/v1.0.0'
    })
    await addAndUse(newHome(), 'https://github.com/owner/my-pack', { env })
    expect(proxy.asked).toEqual(['codeload.github.com:443', 'codeload.github.com:443'])
    expect(asked).toEqual(['/owner/my-pack/tar.gz/v1.0.0', '/owner/my-pack/tar.gz/HEAD'])
  })

  it('a git repository is fetched', async () => {
    const home = newHome()
    commitAll(writeFiles(path.join(home.dir, 'work'), myPack), 'v1.0.0')
    git(home.dir, 'clone', '--quiet', '--bare', 'work', 'packs.git')
    const proxy = await startProxy(await serve(repositoriesIn(home.dir)))
    const env = { ...trusting, https_proxy: proxy.url.replace('http://', '') }
    await addAndUse(home, 'git+https://public.example/packs.git#v1.0.0', { env })
    expect(proxy.asked).toContain('public.example:443')
  })

  it('nothing is fetched from hosts that are excepted, nor where it is out of order', async () => {
    const home = newHome()
    const url = await serve((_, response) => response.end('x'))
    const { host } = new URL(url)
    const proxy = await startProxy(url)
    const failed = async (source: string, env: Record<string, string>) =>
      (await home.spawn(['pack', 'add', source, '--yes'], { env: { ...trusting, ...env } })).stderr
    for (const except of ['localhost', host, '.example, LOCALHOST', '*']) {
      expect(await failed(`${url}/x`, { HTTPS_PROXY: proxy.url, NO_PROXY: except })).toMatch(/is not a pack/)
    }
    expect(proxy.asked).toEqual([])
    expect(await failed(`${url}/x`, { HTTPS_PROXY: proxy.url, NO_PROXY: 'ocalhost, localhost:1' })).toMatch(
      /not a pack/
    )
    expect(proxy.asked).toEqual([host])
    for (const source of ['https://public.example/x', 'git+https://public.example/x']) {
      expect(await failed(source, { HTTPS_PROXY: 'http://localhost:1' })).toMatch(
        /^public\.example cannot be reached, because the proxy localhost(:1)? does not answer/
      )
    }
    const closed = await startProxy(url, { refuse: 407 })
    expect(await failed('https://public.example/x', { HTTPS_PROXY: closed.url })).toMatch(/needs you to sign in/)
    expect(await failed('https://public.example/x', { HTTPS_PROXY: 'socks5://localhost:1' })).toMatch(
      /^HTTPS_PROXY in your environment is not the address of a proxy/
    )
  })

  it.each([
    'https://localhost/x',
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://[::1]/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://10.1.2.3/x',
    'https://192.168.1.1/x',
    'https://169.254.169.254/latest/meta-data',
    'https://router.local/x'
  ])('a public host leads nobody to %s', async (inside) => {
    const home = newHome()
    const proxy = await startProxy(await serve((_, response) => response.writeHead(302, { location: inside }).end()))
    const env = { ...trusting, HTTPS_PROXY: proxy.url }
    const { code, stderr } = await home.spawn(['pack', 'add', 'https://public.example/x', '--yes'], { env })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^The address redirected to .*, which is inside a private network/)
    expect(proxy.asked).toEqual(['public.example:443'])
  })
})

it('without git, the learner is told what to do', async () => {
  const { code, stderr } = await newHome().run(['pack', 'add', 'git+https://public.example/x', '--yes'], { env: bare })
  expect(code).toBe(2)
  expect(stderr).toMatch(
    /needs the program git, which is not installed. Install it, or download the pack as an archive/
  )
})

describe('without npm', () => {
  it('a package comes from the public registry', async () => {
    const home = newHome()
    await builtIn(home)
    const registry = await startRegistry({ secure: true, known: 'https://registry.npmjs.org' })
    await publish(home, 'my-pack-1.0.0.tgz', npmSettings(registry.url))
    fs.rmSync(path.join(home.dir, '.npmrc'))
    const env = { ...bare, ...trusting, HTTPS_PROXY: (await startProxy(registry.url)).url }
    const failed = async (source: string) => (await home.spawn(['pack', 'add', source, '--yes'], { env })).stderr
    expect(await failed('npm:reflect-pack-my-pak')).toMatch(/no package .* Did you mean "reflect-pack-my-pack"\?/)
    expect(await failed('npm:reflect-pack-my-pack@^1.0.0')).toMatch(/type a complete version, such as 1\.2\.0/)
    await addAndUse(home, 'npm:reflect-pack-my-pack@1.0.0', { env })
    registry.tamper('reflect-pack-my-pack', Buffer.from('x'))
    expect(await failed('npm:reflect-pack-my-pack')).toMatch(/is not what was published \(its checksum differs\)/)
  })

  it('a private one comes from the registry of its scope, with its token, and is asked for nowhere else', async () => {
    const home = newHome()
    await builtIn(home, { ...myPack, 'package.json': '{"name":"@uni/my-pack"}' })
    const registry = await startRegistry({ token: 'secret', secure: true })
    await publish(home, 'my-pack-1.0.0.tgz', npmSettings(registry.url, 'secret', '@uni:'))
    const env = { ...bare, ...trusting }
    expect(await addAndUse(home, 'npm:@uni/my-pack', { env })).toMatchObject({ exact: 'npm:@uni/my-pack@1.0.0' })
    const settings = fs.readFileSync(path.join(home.dir, '.npmrc'), 'utf8')
    const withSettings = async (text: string, more: Record<string, string> = {}) => {
      fs.writeFileSync(path.join(home.dir, '.npmrc'), text)
      const ran = await home.spawn(['pack', 'add', 'npm:@uni/my-pack', '--yes'], { env: { ...env, ...more } })
      return ran.stderr
    }
    expect(await withSettings(settings.replace('secret', 'wrong'))).toMatch(/The registry does not let you have/)
    expect(await withSettings(settings.replace('secret', '${TOKEN}'), { TOKEN: 'secret' })).toMatch(/^You already have/)
    expect(await withSettings(settings.replaceAll('https://', 'http://'))).toMatch(/only npm itself/)
  })
})

describe('without a network', () => {
  it.each(['https://public.example/x', 'git+https://public.example/x', 'npm:my-pack'])(
    'the reason is that: %s',
    (source) => {
      if (spawnSync('unshare', ['-rn', 'true']).status !== 0) skipTest('unshare cannot take away the network here')
      const { dir, env } = newHome()
      const command = ['-rn', process.execPath, launcher(), 'pack', 'add', source, '--yes']
      const { status, stderr } = spawnSync('unshare', command, { cwd: dir, env, encoding: 'utf8' })
      expect(stderr).toMatch(/^(public\.example|The npm registry) cannot be reached, because this computer has no conn/)
      expect(status).toBe(1)
    }
  )
})
