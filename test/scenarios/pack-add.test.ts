import fs from 'node:fs'
import path from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { addAndUse, builtIn, npmSettings, publish, trusting } from '../kit/handing-out.ts'
import { repositoriesIn } from '../kit/network/git.ts'
import { serve } from '../kit/network/server.ts'
import { startRegistry } from '../kit/network/registry.ts'
import { commitAll, git, myPack, writeFiles } from '../kit/pack-folders.ts'
import { filesBelow, newHome } from '../kit/program.ts'

describe('a pack is added', () => {
  it('from a folder, and has the checksum that its archive would have', async () => {
    const home = newHome()
    await builtIn(home)
    const { sha256 } = JSON.parse((await home.run(['pack', 'build', 'source', '--json'])).stdout) as { sha256: string }
    expect(await addAndUse(home, 'source', { args: ['--sha256', sha256] })).toEqual({
      id: 'my-pack',
      version: '1.0.0',
      title: 'My pack',
      source: path.join(home.dir, 'source'),
      exact: path.join(home.dir, 'source'),
      sha256
    })
  })

  it('and shows what its README and its LICENSE say, which cannot steer the terminal', async () => {
    const home = newHome()
    await builtIn(home, { ...myPack, 'README.md': '# My *pack*\r\n\n- for\u001b[2J Mondays\n' })
    await addAndUse(home, 'my-pack-1.0.0.tgz')
    const { stdout } = await home.run(['pack', 'info', 'my-pack'])
    expect(stdout).toContain('Comes from  ')
    expect(stdout).toMatch(/\n\nREADME\.md\n\nMy pack\n\n• for␛\[2J Mondays\n\nLICENSE\n\nCC BY 4\.0\n$/)
  })

  it('from one file', async () => {
    const home = newHome()
    const one =
      'format: 1\nid: my-pack\nversion: 1.0.0\ntitle: Mine\nlanguage: en\nexercises:\n  - id: one\n    title: One\n    prompts:\n      - id: what\n        ask: What?\n'
    writeFiles(home.dir, { 'mine.yaml': one })
    await addAndUse(home, 'mine.yaml')
  })

  it('from a .tgz that npm would take, and shown before it is taken', async () => {
    const home = newHome()
    await builtIn(home)
    const shown = await home.run(['pack', 'add', 'my-pack-1.0.0.tgz'])
    expect(shown.code).toBe(2)
    for (const part of [
      'My pack',
      'my-pack 1.0.0',
      'A Tutor',
      'CC-BY-4.0',
      '1 exercise',
      'my-pack-1.0.0.tgz',
      'sha256'
    ])
      expect(shown.stdout).toContain(part)
    expect(shown.stderr).toMatch(/^Nothing was added, .*--yes/)
    expect((await home.run(['list', '--json'])).stdout).not.toContain('my-pack')
    await addAndUse(home, 'my-pack-1.0.0.tgz')
  })

  it('from a .zip with a folder in it, made on a Mac', async () => {
    const home = newHome()
    const members = Object.entries(myPack).map(([name, text]) => [`My pack/${name}`, Buffer.from(text)])
    const mac = { '__MACOSX/My pack/._pack.yaml': Buffer.from('x'), 'My pack/.DS_Store': Buffer.from('x') }
    fs.writeFileSync(path.join(home.dir, 'mine.zip'), zipSync({ ...Object.fromEntries(members), ...mac }))
    await addAndUse(home, 'mine.zip')
    expect(filesBelow(path.join(home.dir, 'home')).filter((name) => /DS_Store|\._/.test(name))).toEqual([])
  })

  it('from a .zip that Windows made, with its own separators', async () => {
    const home = newHome()
    const members = Object.entries(myPack).map(([name, text]) => [`My pack\\${name}`, Buffer.from(text)])
    fs.writeFileSync(
      path.join(home.dir, 'mine.zip'),
      zipSync({ 'My pack\\': Buffer.from(''), ...Object.fromEntries(members) })
    )
    await addAndUse(home, 'mine.zip')
  })

  it('from an https address that redirects', async () => {
    const home = newHome()
    const bytes = await builtIn(home)
    const url: string = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new.tgz' }).end()
      else response.end(bytes)
    })
    expect(await addAndUse(home, `${url}/old`, { env: trusting })).toMatchObject({
      source: `${url}/old`,
      exact: `${url}/new.tgz`
    })
  })

  it('from a git repository by its tag, from a folder and over https', async () => {
    const home = newHome()
    const work = writeFiles(path.join(home.dir, 'work'), myPack)
    commitAll(work, 'v1.0.0')
    writeFiles(work, { 'one.yaml': 'not: a pack any more\n' })
    commitAll(work)
    git(home.dir, 'clone', '--quiet', '--bare', 'work', 'packs.git')
    const added = await addAndUse(home, `git+file://${home.dir}/packs.git#v1.0.0`)
    expect(added.exact).toBe(git(work, 'rev-parse', 'v1.0.0').trim())
    const { stdout } = await home.run(['pack', 'info', 'my-pack'])
    expect(stdout.replaceAll(/\s+/g, '')).toContain(`Comesfrom${added.source}(${added.exact})`)
    const url = await serve(repositoriesIn(home.dir))
    const served = newHome()
    expect(await addAndUse(served, `git+${url}/packs.git#v1.0.0`, { env: trusting })).toMatchObject({
      exact: added.exact,
      sha256: added.sha256
    })
  })

  it('from the npm registry, where it was published as it was built', async () => {
    const home = newHome()
    const bytes = await builtIn(home)
    const registry = await startRegistry()
    await publish(home, 'my-pack-1.0.0.tgz', npmSettings(registry.url))
    expect(registry.published[0]?.tarball.equals(bytes)).toBe(true)
    const added = await addAndUse(home, 'npm:reflect-pack-my-pack@^1.0.0')
    expect(added).toMatchObject({ exact: 'npm:reflect-pack-my-pack@1.0.0' })
  })

  it('from a private registry, with the token that npm has for the scope', async () => {
    const home = newHome()
    await builtIn(home, { ...myPack, 'package.json': '{"name":"@uni/my-pack"}' })
    const registry = await startRegistry({ token: 'secret' })
    await publish(home, 'my-pack-1.0.0.tgz', npmSettings(registry.url, 'secret', '@uni:'))
    await addAndUse(home, 'npm:@uni/my-pack')
    expect(fs.readFileSync(path.join(home.dir, 'home', 'packs', 'installed.json'), 'utf8')).not.toContain('secret')
  })
})

describe('a pack is not added, and the reason is true', () => {
  it.each([
    ['nowhere', /^There is no file or folder nowhere here\. Look in your downloads/],
    ['sourc', /^There is no file or folder sourc here\. Did you mean "source"\?/],
    ['http://example.org/x.tgz', /use an address that begins with https:/],
    ['ftp://example.org/x.tgz', /^Packs cannot be fetched from /],
    ['git@example.org:a/b.git', /^Packs cannot be fetched from /],
    ['ext::sh -c touch', /^Packs cannot be fetched from /],
    ['https://me:secret@example.org/x.tgz', /contains a user name or a password/],
    ['npm:../evil', /is not an npm package/],
    ['npm:x@file:../evil', /is not an npm package/],
    ['npm:x@npm:y', /is not an npm package/],
    ['github:owner', /is not a repository on GitHub/],
    ['git+https://-oProxyCommand=x/y', /is not the address of a git repository/],
    ['git+https://example.org/x.git#--upload-pack=x', /is not the address of a git repository/],
    ['git+https://example.org/x.git#v1%', /is not the address of a git repository/],
    ['git+ssh://-oProxyCommand=touch/x', /is not the address of a git repository/]
  ])('%s', async (source, sentence) => {
    const home = newHome()
    await builtIn(home)
    const { code, stdout, stderr } = await home.run(['pack', 'add', source, '--yes'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('because it has faults, which are named; is too new; or has another checksum', async () => {
    const home = newHome()
    writeFiles(path.join(home.dir, 'faulty'), { ...myPack, 'one.yaml': 'id: one\ntitel: One\nprompts: []\n' })
    const faulty = await home.run(['pack', 'add', 'faulty', '--yes'])
    expect(faulty.stderr).toMatch(/has 2 faults, so nothing was added[^]*\n {2}one\.yaml:2:1: There is no key "titel"/)
    writeFiles(path.join(home.dir, 'new'), {
      ...myPack,
      'pack.yaml': myPack['pack.yaml'].replace('format: 1', 'format: 3')
    })
    const tooNew = await home.run(['pack', 'add', 'new', '--yes'])
    expect(tooNew).toMatchObject({ code: 2 })
    expect(tooNew.stderr).toMatch(/is written for a newer reflect \(its format is 3\)/)
    await builtIn(home)
    const other = await home.run(['pack', 'add', 'my-pack-1.0.0.tgz', '--yes', '--sha256', 'a'.repeat(64)])
    expect(other.stderr).toMatch(/is not the file it should be, so nothing was added: its sha256 is [0-9a-f]{64}/)
    expect((await home.run(['pack', 'list', '--json'])).stdout).not.toContain('my-pack')
  })

  it('because the registry does not know it, or gives something else than was published', async () => {
    const home = newHome()
    const bytes = await builtIn(home)
    const registry = await startRegistry()
    await publish(home, 'my-pack-1.0.0.tgz', npmSettings(registry.url))
    const unknown = await home.run(['pack', 'add', 'npm:reflect-pack-my-pak', '--yes'])
    expect(unknown.stderr).toBe(
      'There is no package "reflect-pack-my-pak" in the npm registry. Did you mean "reflect-pack-my-pack"?\n'
    )
    expect((await home.run(['pack', 'add', 'npm:reflect-pack-my-pack@2', '--yes'])).stderr).toMatch(
      /has no version "2"/
    )
    registry.tamper('reflect-pack-my-pack', Buffer.concat([bytes, bytes]))
    const tampered = await home.run(['pack', 'add', 'npm:reflect-pack-my-pack', '--yes'])
    expect(tampered.stderr).toMatch(/is not what was published \(its checksum differs\), so nothing was added/)
  })

  it('because the repository or its tag is not there', async () => {
    const home = newHome()
    const work = writeFiles(path.join(home.dir, 'work'), myPack)
    commitAll(work, 'v1.0.0')
    const address = `git+file://${work}`
    expect((await home.run(['pack', 'add', `${address}#v1.0.1`, '--yes'])).stderr).toMatch(
      /has no tag or branch "v1\.0\.1"\. Did you mean "v1\.0\.0"\?/
    )
    expect((await home.run(['pack', 'add', `${address}x`, '--yes'])).stderr).toMatch(/There is no git repository at/)
  })

  it('because the network is not there, or not what it claims to be', async () => {
    const home = newHome()
    const url = await serve((_, response) => response.end('x'))
    expect((await home.spawn(['pack', 'add', url, '--yes'])).stderr).toMatch(/could not prove its identity/)
    expect((await home.spawn(['pack', 'add', `${url}/x`, '--yes'], { env: trusting })).stderr).toMatch(/is not a pack/)
    expect((await home.spawn(['pack', 'add', 'https://localhost:1/x', '--yes'])).stderr).toMatch(/does not answer/)
    expect((await home.spawn(['pack', 'add', 'https://no-such-host.invalid/x', '--yes'])).stderr).toMatch(
      /cannot be found|cannot be reached/
    )
  })
})
