import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { systemLanguage } from '../../src/commands/session/welcome.ts'
import { languageOf } from '../../src/settings/index.ts'
import { wordsIn } from '../../src/words/index.ts'
import { freshFolder } from '../journal/kit/processes.ts'
import { contextIn } from '../kit/context.ts'
import { myPack, writeFiles } from '../kit/pack-folders.ts'
import { newHome } from '../kit/program.ts'

/** The language that is chosen by a command line, a setting and variables. */
function chosen(args: readonly string[], setting: unknown, env: Readonly<Record<string, string>>): string {
  const home = freshFolder()
  if (setting !== undefined) fs.writeFileSync(path.join(home, 'config.json'), JSON.stringify({ language: setting }))
  return languageOf(args, { env: { REFLECT_HOME: home, ...env }, homeDir: home, cwd: home, platform: process.platform })
}

describe('the language', () => {
  it.each<[string, readonly string[], unknown, Record<string, string>, string]>([
    ['English where nothing is said', [], undefined, {}, 'en-GB'],
    ['what LANG says', [], undefined, { LANG: 'cy_GB.UTF-8' }, 'cy-GB'],
    ['what LC_MESSAGES says before LANG', [], undefined, { LANG: 'en_GB.UTF-8', LC_MESSAGES: 'cy' }, 'cy'],
    ['what LC_ALL says before all', [], undefined, { LC_ALL: 'cy_GB@euro', LC_MESSAGES: 'fr_FR', LANG: 'de' }, 'cy-GB'],
    ['the next where a variable is empty', [], undefined, { LC_ALL: '', LANG: 'cy' }, 'cy'],
    ['English for C', [], undefined, { LC_ALL: 'C.UTF-8', LANG: 'cy_GB' }, 'en-GB'],
    ['English for POSIX', [], undefined, { LANG: 'POSIX' }, 'en-GB'],
    ['the setting before variables', [], 'cy', { LANG: 'en_GB.UTF-8' }, 'cy'],
    ['variables where the setting is auto', [], 'auto', { LANG: 'cy' }, 'cy'],
    ['variables where the setting is none', [], 'Welsh, please', { LANG: 'cy' }, 'cy'],
    ['--lang before the setting', ['list', '--lang', 'cy'], 'en', {}, 'cy'],
    ['--lang= before the setting', ['--lang=cy-GB', 'list'], 'en', {}, 'cy-GB'],
    ['the last --lang', ['--lang', 'en', 'list', '--lang', 'cy'], undefined, {}, 'cy'],
    ['not a --lang that is words to be searched', ['search', '--', '--lang', 'cy'], undefined, {}, 'en-GB'],
    ['not a --lang that names none', ['--lang', 'no such language'], 'cy', {}, 'cy'],
    ['not a --lang without a name', ['list', '--lang'], 'cy', {}, 'cy'],
    ['a language that only packs speak', [], undefined, { LANG: 'fr_CH.UTF-8' }, 'fr-CH']
  ])('is %s', (_, args, setting, env, language) => {
    expect(chosen(args, setting, env)).toBe(language)
  })

  it.each([
    ['cy', 'cy'],
    ['cy-GB', 'cy'],
    ['CY', 'cy'],
    ['en-US', 'en-GB'],
    ['fr', 'en-GB'],
    ['cym', 'en-GB']
  ])('%s is spoken with the words of %s', (tag, words) => {
    expect(wordsIn(tag).language).toBe(words)
  })
})

describe('a --lang that the program does not speak', () => {
  it('is refused unless a pack has it: an added one, one at a path, or one that is previewed', async () => {
    const home = newHome()
    const german = myPack['pack.yaml'].replace('language: en-GB', 'language: de')
    expect(german).toContain('language: de')
    const pack = writeFiles(path.join(home.dir, 'german'), { ...myPack, 'pack.yaml': german })
    const refused = await home.run(['list', '--lang', 'de'])
    expect([refused.code, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toContain('Type one of these languages: cy (Cymraeg), en (English)')
    expect((await home.run(['list', '--pack', pack, '--lang', 'de'])).code).toBe(0)
    expect((await home.run(['pack', 'preview', pack, '--plain', '--lang', 'de'])).stderr).not.toContain('cannot be')
    await home.run(['pack', 'add', pack, '--yes'])
    expect((await home.run(['list', '--lang', 'de-AT'])).code).toBe(0)
    expect((await home.run(['list', '--lang', 'fr'])).stderr).toContain('cy (Cymraeg), en (English), de.')
    expect((await home.run(['__complete', '--lang', 'd'])).stdout).toMatch(/^de\b/)
  })
})

describe('the language of the system at the first run', () => {
  it.each<[string, NodeJS.Platform, Record<string, string>, string, string | undefined]>([
    ['Welsh on a Welsh Windows', 'win32', {}, 'cy-GB', 'cy'],
    ['Welsh on a Welsh Mac', 'darwin', {}, 'cy', 'cy'],
    ['none where it is spoken already', 'win32', {}, 'en-US', undefined],
    ['none if the program does not speak it', 'win32', {}, 'de-DE', undefined],
    ['none if a variable names one', 'darwin', { LANG: 'en_GB.UTF-8' }, 'cy-GB', undefined],
    ['none on Linux, where variables name it', 'linux', {}, 'cy-GB', undefined]
  ])('is %s', (_, platform, env, tag, language) => {
    const context = { ...contextIn(freshFolder(), env), platform, systemLanguage: () => tag }
    expect(systemLanguage({}, context)).toBe(language)
    expect(systemLanguage({ lang: 'en' }, context)).toBeUndefined()
  })
})
