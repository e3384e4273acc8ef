import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { newHome } from '../kit/program.ts'

/** A home with a journal, as a place for these files and folders (with a `/` at the end). */
function journalWith(...names: readonly string[]) {
  const home = newHome()
  fs.mkdirSync(home.journal)
  for (const name of names) {
    const file = path.join(home.dir, name)
    fs.mkdirSync(name.endsWith('/') ? file : path.dirname(file), { recursive: true })
    if (!name.endsWith('/')) fs.writeFileSync(file, '')
  }
  return home
}

const doctor = async (home: ReturnType<typeof newHome>, args: readonly string[] = [], input = '') => {
  const { stdout, stderr } = await home.run(['doctor', ...args], { input })
  return { stdout, all: (stdout + stderr).replaceAll(/\s+/g, ' ') }
}

describe('reflect doctor, where other programs keep the journal', () => {
  it('says nothing of ignored files where no such program is', async () => {
    expect((await doctor(journalWith())).all).not.toMatch(/git|Syncthing/)
  })

  it('prints the lines that git should ignore, and adds them only after a yes', async () => {
    const home = journalWith('.git/')
    const list = path.join(home.journal, '.gitignore')
    fs.writeFileSync(list, '*.log')
    const { stdout } = await doctor(home)
    expect(stdout).toMatch(/^ {4}\/drafts\/\n {4}\/trash\/\n {4}\.reflect\*$/m)
    for (const [args, input] of [
      [['--fix'], 'n\n'],
      [['--fix'], ''],
      [['--fix', '--json'], 'y\n']
    ] as const)
      await doctor(home, args, input)
    expect(fs.readFileSync(list, 'utf8')).toBe('*.log')
    expect((await doctor(home, ['--fix'], 'y\n')).all).toContain('Add these lines to')
    expect(fs.readFileSync(list, 'utf8')).toBe('*.log\n/drafts/\n/trash/\n.reflect*\n')
    expect((await doctor(home)).all).not.toContain('git repository')
  })

  it('prints the lines that Syncthing should ignore, as paths in the folder that it shares', async () => {
    const home = journalWith('.stfolder/')
    expect((await doctor(home)).stdout).toMatch(/^ {4}\/journal\/drafts\n {4}\/journal\/trash\n {4}\.reflect\*$/m)
    await doctor(home, ['--fix'], 'y\n')
    expect(fs.readFileSync(path.join(home.dir, '.stignore'), 'utf8')).toBe(
      '/journal/drafts\n/journal/trash\n.reflect*\n'
    )
    expect((await doctor(home)).all).not.toContain('Syncthing')
  })

  it.each([
    ['.gitignore', 'journal/\n'],
    ['.gitignore', '*\n'],
    ['.git/info/exclude', 'drafts\ntrash\n.reflect\n'],
    ['journal/.gitignore', 'drafts/*\r\n/trash\r\n.reflect/\r\n']
  ])('knows lines that are there in another form: %s', async (file, text) => {
    const home = journalWith('.git/', file)
    fs.writeFileSync(path.join(home.dir, file), text)
    expect((await doctor(home)).all).not.toContain('git repository')
  })
})
