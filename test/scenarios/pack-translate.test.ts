import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { myPack, writeFiles } from '../kit/pack-folders.ts'
import { newHome, type Home } from '../kit/program.ts'

const FILE = 'mine/translations/cy.yaml'

/** A home with a pack, and a translation of it if there is one. */
function homeWith(translation?: string): Home {
  const home = newHome()
  writeFiles(path.join(home.dir, 'mine'), myPack)
  if (translation !== undefined) writeFiles(home.dir, { [FILE]: translation })
  return home
}

const textIn = (home: Home, file = FILE) => fs.readFileSync(path.join(home.dir, file), 'utf8')

describe('pack translate', () => {
  it('writes a file that checks with --strict, and says how far it has got', async () => {
    const home = homeWith()
    const { code, stdout } = await home.run(['pack', 'translate', 'cy', 'mine'])
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Welsh: 0 of 3 texts\.\n/) })
    expect(textIn(home)).toContain('#| What happened?\n      what: …\n')
    expect(await home.run(['pack', 'check', '--strict', 'mine'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('0 of 3 texts are translated')
    })
    const before = textIn(home)
    fs.writeFileSync(path.join(home.dir, FILE), before.replace('title: …', 'title: Fy mhecyn'))
    expect((await home.run(['pack', 'translate', 'cy', 'mine'])).stdout).toMatch(/^Welsh: 1 of 3 texts\./)
    await home.run(['pack', 'add', 'mine', '--yes'])
    expect((await home.run(['pack', 'info', 'my-pack'])).stdout).toContain('en-GB, cy (1 of 3 texts)')
    expect(JSON.parse((await home.run(['pack', 'info', 'my-pack', '--json'])).stdout)).toMatchObject({
      progress: { cy: { texts: 3, translated: 1, changed: 0 } }
    })
  })

  it('marks what has changed, and takes the marks away with --done', async () => {
    const home = homeWith()
    await home.run(['pack', 'translate', 'cy', 'mine'])
    fs.writeFileSync(path.join(home.dir, FILE), textIn(home).replaceAll(/…$/gm, 'Gair'))
    await home.run(['pack', 'translate', 'cy', 'mine'])
    fs.writeFileSync(path.join(home.dir, 'mine/one.yaml'), myPack['one.yaml'].replace('What happened?', 'What was it?'))
    const { stdout } = await home.run(['pack', 'translate', 'cy', 'mine', '--json'])
    const changed = ['exercises/one/prompts/what/ask']
    expect(JSON.parse(stdout)).toMatchObject({ texts: 3, translated: 3, changed, added: [], gone: [], written: true })
    expect(textIn(home)).toMatch(/#! .*\n {6}#< What happened\?\n {6}#\| What was it\?\n {6}what: Gair\n/)
    expect((await home.run(['pack', 'check', '--strict', 'mine'])).code).toBe(0)
    const done = await home.run(['pack', 'translate', 'cy', 'mine', '--done', '--json'])
    expect(JSON.parse(done.stdout)).toMatchObject({ changed: [], looked: changed })
    expect(textIn(home)).not.toContain('#!')
  })

  it('changes nothing with --dry-run', async () => {
    const home = homeWith()
    expect(await home.run(['pack', 'translate', 'cy', 'mine', '--dry-run'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('nothing was written')
    })
    expect(fs.existsSync(path.join(home.dir, 'mine/translations'))).toBe(false)
  })

  it.each([
    ['pt_br', 'pt-BR.yaml'],
    ['CY', 'cy.yaml'],
    ['en-US', 'en-US.yaml'],
    ['zh-hant', 'zh-Hant.yaml']
  ])('names the file of %s %s', async (tag, name) => {
    const home = homeWith()
    expect((await home.run(['pack', 'translate', tag, 'mine'])).code).toBe(0)
    expect(fs.readdirSync(path.join(home.dir, 'mine/translations'))).toEqual([name])
    expect((await home.run(['pack', 'check', '--strict', 'mine'])).code).toBe(0)
  })

  it('brings the file up to date that is there, whatever its letters and ending', async () => {
    const home = homeWith()
    writeFiles(home.dir, { 'mine/translations/CY.yml': 'title: Fy mhecyn\n' })
    await home.run(['pack', 'translate', 'cy', 'mine'])
    expect(fs.readdirSync(path.join(home.dir, 'mine/translations'))).toEqual(['CY.yml'])
    expect(textIn(home, 'mine/translations/CY.yml')).toMatch(/^title: Fy mhecyn\nexercises:\n/)
  })

  it.each([
    ['no language', ['welsh', 'mine'], 'is not a language'],
    ['the language of the pack', ['en-gb', 'mine'], 'is written in en-GB itself'],
    ['a pack that comes with the program', ['cy', 'public-value'], 'Name the folder in which the pack is written'],
    ['a folder that is not there', ['cy', 'nowhere'], 'Name the folder of a pack'],
    ['a document', ['cy', 'mine/README.md'], 'Name its folder or its YAML file'],
    ['no language at all', [], 'language']
  ])('refuses %s', async (_, args, why) => {
    const home = homeWith()
    const { code, stderr } = await home.run(['pack', 'translate', ...args])
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(why) })
    expect(fs.existsSync(path.join(home.dir, 'mine/translations'))).toBe(false)
  })

  it('refuses a pack that was added', async () => {
    const home = homeWith()
    const { stdout } = await home.run(['pack', 'add', 'mine', '--yes', '--json'])
    expect(stdout).toContain('my-pack')
    const added = fs
      .readdirSync(home.dir, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('pack.yaml') && !name.startsWith('mine'))
    expect(added).toHaveLength(1)
    const [file = ''] = added
    expect((await home.run(['pack', 'translate', 'cy', path.dirname(file)])).stderr).toContain('was added to reflect')
    expect((await home.run(['pack', 'translate', 'cy', 'my-pack'])).stderr).toContain('was added to reflect')
  })

  it.each([
    ['is no YAML', 'title: a: b\n', '[colon-in-text]'],
    [
      'has a name that the pack does not have',
      'title: A\nexercises: { won: { title: B } }\n',
      '[nothing-to-translate]'
    ],
    ['has another quotation', 'exercises: { one: { prompts: { what: "{{a}}" } } }\n', '[quotations-differ]']
  ])('reports a translation that %s, as the check does, and leaves it', async (_, text, code) => {
    const home = homeWith(text)
    const ran = await home.run(['pack', 'translate', 'cy', 'mine'])
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(code) })
    expect(textIn(home)).toBe(text)
    expect((await home.run(['pack', 'translate', 'fr', 'mine'])).code).toBe(0)
  })

  it('leaves a file as it is if it cannot be replaced', async () => {
    const home = homeWith()
    writeFiles(home.dir, { 'mine/translations': 'no folder' })
    const { code, stderr } = await home.run(['pack', 'translate', 'cy', 'mine'])
    expect(code).not.toBe(0)
    expect(stderr).not.toContain('    at ')
    expect(textIn(home, 'mine/translations')).toBe('no folder')
  })
})
