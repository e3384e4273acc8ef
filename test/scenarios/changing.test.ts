import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it, onTestFinished } from 'vitest'
import { filesBelow, lastId, launcher, newHome } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import { needPosix, needUser, writeScript } from '../kit/needs.ts'

/** A home with one entry, and its file. */
async function oneEntry() {
  const home = newHome()
  const answers = { what: 'A page came back.', 'so-what': 'public', 'so-what.follow_up': 'Less trust.' }
  const { stdout } = await home.run(['start', 'three-questions', '--answers', '-'], { input: JSON.stringify(answers) })
  const file = stdout.trim()
  return { home, file, text: () => fs.readFileSync(file, 'utf8') }
}

/** A home whose editor is a shell command that gets the file's name as `$1`. */
function editingWith(command: string, dir: string): Record<string, string> {
  return { VISUAL: writeScript(path.join(dir, 'editor.sh'), command) }
}

describe('reflect edit', () => {
  it('changes one answer, line by line, and leaves every other byte as it was', async () => {
    const { home, file, text } = await oneEntry()
    const before = text()
    const { code, stdout } = await home.run(['edit', await lastId(home), '--plain'], {
      input: '1\nA page went out.\n.\n\n\n'
    })
    // The sentence may be wrapped.
    const tail = stdout.trimEnd().replaceAll('\n', ' ').slice(-`Changed: ${file}`.length)
    expect({ code, tail }).toEqual({ code: 0, tail: `Changed: ${file}` })
    expect(text()).toBe(before.replace('A page came back.', 'A page went out.'))
    expect(filesBelow(home.journal).filter((name) => name.endsWith('.md'))).toHaveLength(1)
  })

  it('asks what was asked then, also where the pack is gone', async () => {
    const { home, file, text } = await oneEntry()
    fs.writeFileSync(
      file,
      text().replaceAll('three-questions', 'no-such-pack').replace('Think of one moment', 'Think of {{no}} moment')
    )
    const { stdout } = await home.run(['edit', file, '--plain'], { input: '1\n' })
    expect(stdout).toContain('Think of {{no}} moment')
  })

  it('goes on in a terminal with a change that was interrupted', async () => {
    const { home, text } = await oneEntry()
    const before = text()
    const first = openTerminal([launcher(), 'edit', 'last'], { env: home.env })
    await first.until('Finish')
    first.type('\u001b[B\r')
    await first.until('A page came back.')
    first.type(' Twice.\u0003')
    await first.ended
    expect(text()).toBe(before)
    const second = openTerminal([launcher(), 'edit', 'last'], { env: home.env })
    await second.until('started')
    second.type('\u001b[B\r')
    await second.until('Twice.')
    second.type('\t')
    await second.until((screen) => screen.includes('Your answers'))
    second.type('\t')
    expect((await second.ended).exitCode).toBe(0)
    expect(text()).toBe(before.replace('came back.', 'came back. Twice.'))
  })

  it('keeps words of a hand that are no answer, when the question is answered again, now or later', async () => {
    const { home, file, text } = await oneEntry()
    fs.writeFileSync(file, text().replace(/^- \[ \] Me\n(?:- .*\n)*/m, 'All of them,\nin a way.\n'))
    await home.run(['edit', await lastId(home), '--plain'], { input: '1\nA page went out.\n.\n3\nHalf' })
    await home.run(['resume', '--plain'], { input: '2\n2\n\n.\n\n\n' })
    expect(filesBelow(path.join(home.journal, 'drafts'))).toEqual([])
    expect(text()).toContain(
      '- [x] People I work with\n- [ ] The public\n- [ ] I cannot tell yet\n\n> All of them,\n> in a way.\n'
    )
  })

  it('keeps words of a hand that are no answer in a terminal, when their question is only looked at', async () => {
    const { home, file, text } = await oneEntry()
    fs.writeFileSync(file, text().replace(/^- \[ \] Me\n(?:- .*\n)*/m, 'All of them.\n'))
    const terminal = openTerminal([launcher(), 'edit', 'last'], { env: home.env })
    await terminal.until('Your answers')
    terminal.type('\u001b[B\u001b[B\r')
    await terminal.until('choose')
    terminal.type('\u001b[Z')
    await terminal.until('Think of one moment')
    terminal.type('\u0003')
    await terminal.ended
    const [draft = ''] = filesBelow(path.join(home.journal, 'drafts'))
    expect(draft === '' ? text() : fs.readFileSync(path.join(home.journal, 'drafts', draft), 'utf8')).toContain(
      'All of them.'
    )
  })

  it('is gone on with as well by "reflect resume", as the home screen says: the same questions, and finished when it was', async () => {
    const { home, file, text } = await oneEntry()
    fs.writeFileSync(file, text().replace(/^finished: .*$/m, 'finished: 2026-11-23T19:16:02+00:00'))
    const before = text()
    await home.run(['edit', await lastId(home), '--plain'], { input: '1\nA page went' })
    expect((await home.run([])).stdout).toContain('To continue "Three quick questions"')
    const { code, stdout } = await home.run(['resume', '--plain'], { input: '1\nout.\n.\n\n\n' })
    // The sentence may be wrapped.
    const tail = stdout.trimEnd().replaceAll('\n', ' ').slice(-`Changed: ${file}`.length)
    expect({ code, tail }).toEqual({ code: 0, tail: `Changed: ${file}` })
    expect(text()).toBe(before.replace('A page came back.', 'A page went\nout.'))
  })

  it('asks in one line for what was asked for in one, unless a hand made more of it', async () => {
    const home = newHome()
    const answers = { name: 'opening on Sundays', role: 'led' }
    const input = JSON.stringify(answers)
    const file = (await home.run(['start', 'choose-your-change', '--answers', '-'], { input })).stdout.trim()
    const text = fs.readFileSync(file, 'utf8')
    expect(text).toContain('<!-- reflect:name text {"lines":1} -->')
    const first = await home.run(['edit', await lastId(home), '--plain'], { input: '1\nopening at night\n\n' })
    expect(first.stdout).toContain('Answer on one line.')
    expect(fs.readFileSync(file, 'utf8')).toBe(text.replace('opening on Sundays', 'opening at night'))
    const longer = text.replace('opening on Sundays', 'opening on Sundays  \n\nand at night')
    fs.writeFileSync(file, longer)
    const second = await home.run(['edit', await lastId(home), '--plain'], { input: '1\n.\n2\n2\n\n\n' })
    expect(second.stdout).toContain('Write as much as you like.')
    expect(fs.readFileSync(file, 'utf8')).toBe(
      longer.replace('- [x] I led it', '- [ ] I led it').replace('- [ ] I lived', '- [x] I lived')
    )
  })

  it('adds and takes away tags', async () => {
    const { home, text } = await oneEntry()
    const before = text()
    const { stdout } = await home.run([
      'edit',
      await lastId(home),
      '--tag',
      'week-2',
      '--tag',
      'trust',
      '--untag',
      'reflection'
    ])
    expect(stdout).toBe('three-questions, week-2, trust\n')
    expect(text()).toBe(before.replace(/^tags: .*$/m, 'tags: [three-questions, week-2, trust]'))
  })

  it('takes a tag for the same, however it is spelt', async () => {
    const { home } = await oneEntry()
    const tags = async (...options: string[]) => (await home.run(['edit', await lastId(home), ...options])).stdout
    expect(await tags('--tag', 'Café', '--tag', 'cafe')).toBe('reflection, three-questions, Café\n')
    expect(await tags('--tag', 'cafe', '--tag', 'REFLECTION')).toBe('reflection, three-questions, Café\n')
    expect(await tags('--tag', 'Caffè', '--untag', 'cafe')).toBe('reflection, three-questions, Caffè\n')
    expect(await tags('--untag', 'CAFFE')).toBe('reflection, three-questions\n')
  })

  it('takes no tag that says nothing, and blanks around none', async () => {
    const { home, text } = await oneEntry()
    const before = text()
    expect(await home.run(['edit', await lastId(home), '--tag', ' '])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--tag')
    })
    expect(text()).toBe(before)
    expect((await home.run(['edit', await lastId(home), '--tag', ' two\n words '])).stdout).toBe(
      'reflection, three-questions, two words\n'
    )
  })

  it('takes what an editor made of the file, and names an answer that lost its form', async () => {
    const { home, text } = await oneEntry()
    const before = text()
    const env = editingWith(`sed -i -e 's/came back/went away/' -e '/^- \\[x\\] /d' "$1"`, home.dir)
    const { code, stderr } = await home.run(['edit', await lastId(home), '--editor'], { env })
    expect(code).toBe(0)
    expect(text()).toBe(before.replace('came back', 'went away').replace(/^- \[x\] .*\n/m, ''))
    expect(stderr).toContain('Why it matters')
  })

  it('leaves every other byte of the file as it is in an editor: mixed line endings, a byte order mark, blanks at the end', async () => {
    const { home, file } = await oneEntry()
    const text = fs.readFileSync(file, 'utf8')
    const mixed = `\uFEFF${text.replace('\n\n> ', '\r\n\r\n> ')}  \n\n\n`
    fs.writeFileSync(file, mixed)
    const env = editingWith(`sed -i -e 's/came back/went away/' "$1"`, home.dir)
    expect(await home.run(['edit', await lastId(home), '--editor'], { env })).toMatchObject({ code: 0 })
    expect(fs.readFileSync(file, 'utf8')).toBe(mixed.replace('came back', 'went away'))
  })

  it('names a question whose marker was taken out, and keeps its words', async () => {
    const { home, text } = await oneEntry()
    const env = editingWith(`sed -i -e '/^<!-- reflect:so-what choice/d' "$1"`, home.dir)
    const { code, stderr } = await home.run(['edit', await lastId(home), '--editor'], { env })
    expect(code).toBe(0)
    expect(stderr).toContain('No longer questions of this entry: Why it matters.')
    expect(text()).toContain('- [x] The public')
    expect((await home.run(['show', 'last'])).stdout).toContain('The public')
  })

  it.each([['--tag=new'], ['--editor'], ['--plain']])(
    'changes no file that holds bytes of another encoding (%s)',
    async (option) => {
      const { home, file } = await oneEntry()
      const bytes = Buffer.concat([fs.readFileSync(file), Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a])])
      fs.writeFileSync(file, bytes)
      const env = editingWith(`echo more >> "$1"`, home.dir)
      const { code, stderr } = await home.run(['edit', await lastId(home), option], { env, input: '1\nmore\n.\n\n\n' })
      expect(code).toBe(2)
      expect(stderr).toContain('UTF-8')
      expect(fs.readFileSync(file)).toEqual(bytes)
    }
  )

  it('leaves the entry alone where its front matter no longer reads, and keeps all that was written', async () => {
    const { home, file, text } = await oneEntry()
    const before = text()
    const env = editingWith(`sed -i -e 's/^status: .*/status: maybe/' -e 's/came back/went away/' "$1"`, home.dir)
    const { code, stderr } = await home.run(['edit', await lastId(home), '--editor'], { env })
    expect(code).toBe(2)
    expect(text()).toBe(before)
    const copy = filesBelow(home.journal).find((name) => name.includes('.conflict-')) ?? ''
    expect(fs.readFileSync(path.join(home.journal, copy), 'utf8')).toContain('went away')
    expect(stderr).toContain(file)
    expect(stderr).toContain(copy)
  })

  it('gives all that was written in an editor back where it cannot be saved', async () => {
    const { home, text } = await oneEntry()
    const before = text()
    const spoilt = path.join(home.journal, '.reflect')
    const env = editingWith(`echo "One more page." >> "$1"; rm -rf "${spoilt}"; touch "${spoilt}"`, home.dir)
    const { code, stderr } = await home.run(['edit', await lastId(home), '--editor'], { env })
    expect(code).toBe(1)
    expect(stderr).toContain(`${before}One more page.\n`)
    expect(stderr).toMatch(/Everything you wrote is shown above[^\n]*\n$/)
    expect(text()).toBe(before)
  })

  it('takes an emptied file for a mistake', async () => {
    const { home, file, text } = await oneEntry()
    const before = text()
    const { code, stderr } = await home.run(['edit', await lastId(home), '--editor'], {
      env: editingWith(': > "$1"', home.dir)
    })
    expect({ code, stderr: stderr.replaceAll(/\s+/g, ' ') }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`${file} is unchanged, because the editor saved an empty file`)
    })
    expect(text()).toBe(before)
    expect(filesBelow(home.journal).filter((name) => name.endsWith('.md'))).toHaveLength(1)
  })

  it('says so where the answers were looked at only', async () => {
    const { home, text } = await oneEntry()
    const before = text()
    const { code, stdout, stderr } = await home.run(['edit', await lastId(home), '--plain'], { input: '\n' })
    expect({ code, after: text() }).toEqual({ code: 0, after: before })
    expect(`${stdout}${stderr}`).toContain('Nothing was changed.')
    expect(`${stdout}${stderr}`).not.toContain('Changed:')
  })

  it('changes nothing where the editor changed nothing, or failed', async () => {
    const { home, text } = await oneEntry()
    const before = text()
    const editWith = async (script: string) =>
      home.run(['edit', await lastId(home), '--editor'], { env: { VISUAL: `"${process.execPath}" -e "${script}"` } })
    expect(await editWith('process.exit(0)')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Nothing was changed.\n')
    })
    expect((await editWith('process.exit(1)')).code).toBe(1)
    expect(text()).toBe(before)
  })
})

describe('the trash', () => {
  it('takes an entry after a question, gives it back byte for byte, and is emptied after a question', async () => {
    const { home, file, text } = await oneEntry()
    const before = text()
    const kept = await home.run(['delete', await lastId(home)], { input: 'n\n' })
    expect(kept).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Move "Three quick questions" of \d+ \w+ \d{4} to the trash\?/)
    })
    expect(text()).toBe(before)
    expect((await home.run(['delete', await lastId(home)], { input: 'y\n' })).code).toBe(0)
    expect(fs.existsSync(file)).toBe(false)
    expect((await home.run(['journal', '--json'])).stdout).toBe('[]\n')
    expect((await home.run(['journal', '--trash'])).stdout).toContain('Three quick questions')
    const [deleted] = JSON.parse((await home.run(['journal', '--trash', '--json'])).stdout)
    expect((await home.run(['journal', '--restore', deleted.id.slice(0, 8)])).stderr).toContain(file)
    expect(text()).toBe(before)
    await home.run(['delete', await lastId(home), '--yes'])
    expect((await home.run(['journal', '--empty'], { input: 'n\n' })).code).toBe(0)
    expect((await home.run(['journal', '--trash', '--json'])).stdout).not.toBe('[]\n')
    expect((await home.run(['journal', '--empty', '--yes'])).stderr).toBe('1 file deleted.\n')
    expect((await home.run(['journal', '--trash'])).stderr).toBe('There is nothing in the trash.\n')
  })

  it('is emptied of what it lists, and of nothing else that lies there', async () => {
    const { home } = await oneEntry()
    const none = await home.run(['journal', '--restore', 'last'])
    expect(none).toMatchObject({ code: 2, stderr: 'There is nothing in the trash.\n' })
    await home.run(['delete', await lastId(home), '--yes'])
    const own = ['shopping.txt', 'notes.md'].map((name) => path.join(home.journal, 'trash', name))
    for (const file of own) fs.writeFileSync(file, 'milk\n')
    expect((await home.run(['doctor'])).stdout.replaceAll(/\s+/g, ' ')).toContain('1 in the trash')
    expect((await home.run(['journal', '--restore', 'nonsense'])).stderr).toContain('reflect journal --trash')
    expect((await home.run(['journal', '--empty', '--yes'])).stderr).toBe('1 file deleted.\n')
    expect(own.map((file) => fs.existsSync(file))).toEqual([true, true])
  })

  it('takes nothing that it cannot take away from where it is', async () => {
    needPosix('file modes')
    needUser('not root')
    const { home, file } = await oneEntry()
    fs.chmodSync(path.dirname(file), 0o500)
    onTestFinished(() => fs.chmodSync(path.dirname(file), 0o700))
    expect(await home.run(['delete', await lastId(home), '--yes'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(file)
    })
    expect(filesBelow(path.join(home.journal, 'trash'))).toEqual([])
    expect((await home.run(['doctor'])).stdout.replaceAll(/\s+/g, ' ')).toContain(`write ${path.dirname(file)}.`)
  })

  it('is listed and emptied as far as the filters go', async () => {
    const { home, file } = await oneEntry()
    const input = '{ "what": "again" }'
    await home.run(['start', 'three-questions', '--tag', 'old', '--answers', '-'], { input })
    for (const _ of [1, 2]) await home.run(['delete', await lastId(home), '--yes'])
    fs.writeFileSync(path.join(home.journal, 'trash', 'spoilt.md'), '---\nreflect: 1\nid: [\n---\n')
    expect(JSON.parse((await home.run(['journal', '--trash', '--tag', 'old', '--json'])).stdout)).toHaveLength(1)
    expect((await home.run(['journal', '--empty', '--tag', 'new', '--yes'])).stderr).toContain('No entry matches')
    expect((await home.run(['journal', '--empty', '--tag', 'old', '--yes'])).stderr).toBe('1 file deleted.\n')
    expect(filesBelow(path.join(home.journal, 'trash')).toSorted()).toEqual([path.basename(file), 'spoilt.md'])
  })

  it('keeps two of the same name apart, and restores over nothing', async () => {
    const { home, file } = await oneEntry()
    const again = async () =>
      (await home.run(['start', 'three-questions', '--answers', '-'], { input: '{ "what": "again" }' })).stdout.trim()
    await home.run(['delete', await lastId(home), '--yes'])
    expect(await again()).toBe(file)
    await home.run(['delete', await lastId(home), '--yes'])
    expect(await again()).toBe(file)
    const deleted = JSON.parse((await home.run(['journal', '--trash', '--json'])).stdout)
    for (const { id } of deleted) expect((await home.run(['journal', '--restore', id])).code).toBe(0)
    expect(JSON.parse((await home.run(['journal', '--json'])).stdout)).toHaveLength(3)
  })
})
