import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, newHome, withSlashes } from '../kit/program.ts'
import { writeLink } from '../kit/needs.ts'

/** A home with an entry. `copyTo` copies its file, with changes; `texts` are the contents of all entries by file. */
async function oneEntry() {
  const home = newHome()
  const input = JSON.stringify({ what: 'The lift.', 'so-what': 'me', 'so-what.follow_up': 'Ask sooner.' })
  const file = (await home.run(['start', 'three-questions', '--answers', '-'], { input })).stdout.trim()
  const name = withSlashes(path.relative(home.journal, file))
  const text = fs.readFileSync(file, 'utf8')
  return {
    home,
    file,
    text,
    copyTo(end: string, change: (text: string) => string | Uint8Array = (same) => same) {
      const copy = end.includes('/') ? path.join(home.journal, end) : file.replace('.md', end)
      fs.mkdirSync(path.dirname(copy), { recursive: true })
      fs.writeFileSync(copy, change(text))
      return copy
    },
    live: () => filesBelow(home.journal).filter((one) => one.endsWith('.md') && !one.startsWith('trash')),
    trash: () =>
      filesBelow(home.journal)
        .filter((one) => one.startsWith('trash'))
        .map((one) => fs.readFileSync(path.join(home.journal, one), 'utf8')),
    name,
    async doctor(...args: readonly string[]) {
      const { code, stdout, stderr } = await home.run(['doctor', ...args])
      return { code, text: withSlashes(stdout.replaceAll(/\s+/g, ' ')), stderr }
    }
  }
}

/** Endings that programs give to copies (Syncthing, Dropbox, OneDrive, iCloud, Explorer, browsers), and copies in other folders. */
const COPIES = [
  '.sync-conflict-20261125-101500-ABCDEFG.md',
  " (Jo's conflicted copy 2026-11-25).md",
  '-LAPTOP-7G2.md',
  ' 2.md',
  ' - Copy.md',
  ' (1).md',
  '.conflict-ab12.md',
  'work/clinic/copy.md'
]

describe('reflect doctor --fix, with copies of entries', () => {
  it('reports them once for each folder, and puts those with the same bytes into the trash, once', async () => {
    const { copyTo, live, trash, doctor, file, name, text } = await oneEntry()
    for (const end of COPIES) copyTo(end)
    const found = await doctor()
    expect(found.code).toBe(1)
    expect(found.text.match(/ cop(?:y|ies) (?:of|in)/g)).toHaveLength(3)
    expect(found.text).toContain(`8 copies of entries, left by programs`)
    expect(found.text).toContain(`7 copies in ${path.dirname(name)} 1 copy in work/clinic`)
    const fixed = await doctor('--fix')
    expect(fixed).toMatchObject({
      code: 0,
      text: expect.stringContaining('8 copies that were the same as the entry were moved')
    })
    expect([live(), trash()]).toEqual([[name], [text]])
    expect(fs.readFileSync(file, 'utf8')).toBe(text)
    expect((await doctor()).text).not.toContain('cop')
  })

  it('lets an entry be missed whose file another machine deletes while its copy goes to the trash', async () => {
    const { copyTo, doctor, file, home, name } = await oneEntry()
    const input = JSON.stringify({ what: 'The bus.', 'so-what': 'me' })
    await home.run(['start', 'three-questions', '--answers', '-'], { input })
    copyTo(`work/${path.basename(file)}`)
    await doctor('--fix')
    fs.rmSync(file)
    expect((await home.run(['journal'])).stderr).toContain('missing')
    expect((await doctor()).text).toContain(name)
  })

  it('puts answers together where nothing conflicts, and keeps in the trash what was there before', async () => {
    const { copyTo, live, trash, doctor, file, name, text } = await oneEntry()
    const longer = copyTo(' 2.md', (one) => one.replace('The lift.\n', 'The lift.\n\nIt was late.\n'))
    const tagged = copyTo('work/x.md', (one) => one.replace('tags: [', 'tags: [clinic, '))
    const changed = [longer, tagged].map((copy) => fs.readFileSync(copy, 'utf8'))
    expect((await doctor('--fix')).text).toContain('2 copies were combined with the entry')
    expect(live()).toEqual([name])
    const now = fs.readFileSync(file, 'utf8')
    expect(now).toContain('The lift.\n\nIt was late.\n')
    expect(now).toMatch(/^tags: \[.*clinic.*\]$/m)
    for (const before of [text, ...changed]) expect(trash()).toContain(before)
    // A copy that comes back is known.
    fs.writeFileSync(longer, changed[0] ?? '')
    const count = trash().length
    await doctor('--fix')
    expect([live(), trash().length, fs.readFileSync(file, 'utf8')]).toEqual([[name], count, now])
  })

  it('keeps both where both have words of their own, names the answers, and says how to end it', async () => {
    const { copyTo, live, doctor, file } = await oneEntry()
    const copy = copyTo(' 2.md', (one) =>
      one.replace('The lift.', 'The stairs.').replace('Ask sooner.', 'Ask sooner.\n\nAsk twice.')
    )
    const { code, text } = await doctor('--fix')
    expect(code).toBe(1)
    expect(text).toContain('two versions of one entry, and each has words of its own.')
    expect(text).toContain('They differ in: - What happened reflect show')
    expect(live()).toHaveLength(2)
    expect(fs.readFileSync(file, 'utf8')).toContain('Ask twice.')
    // Once the entry has both, the copy goes.
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('The lift.', 'The lift.\n\nThe stairs.'))
    expect((await doctor('--fix')).code).toBe(0)
    expect([live().length, fs.existsSync(copy)]).toEqual([1, false])
  })

  it('never deletes a link to the entry, a file to which the entry is a link, or bytes that are no text', async () => {
    const { copyTo, file, doctor } = await oneEntry()
    const copy = copyTo(' 2.md', (one) => Buffer.concat([Buffer.from(one), Buffer.from('caf\xe8\n', 'latin1')]))
    const bytes = fs.readFileSync(copy)
    const link = file.replace('.md', ' 3.md')
    writeLink(path.basename(file), link)
    const before = fs.readFileSync(file)
    expect((await doctor('--fix', '--json')).code).toBe(1)
    expect([fs.readFileSync(copy), fs.readFileSync(file), fs.lstatSync(link).isSymbolicLink()]).toEqual([
      bytes,
      before,
      true
    ])
  })

  it('gives a copy that was written over with new answers an id of its own, if asked to', async () => {
    const overwrite = (one: string) =>
      one
        .replace('The lift.', 'The bus.')
        .replace('- [x] Me', '- [ ] Me')
        .replace('- [ ] The public', '- [x] The public')
        .replace('Ask sooner.', 'Walk.')
    const { copyTo, home, doctor, text } = await oneEntry()
    const copy = copyTo(' - next week.md', overwrite)
    const same = await doctor('--fix', '--json')
    expect(same.code).toBe(1)
    expect(fs.readFileSync(copy, 'utf8')).toBe(overwrite(text))
    const name = withSlashes(path.relative(home.journal, copy))
    expect((await doctor('--new-id', name)).text).toContain(`${name} is now a separate entry.`)
    expect(fs.readFileSync(copy, 'utf8').replace(/^id: .*$/m, '')).toBe(overwrite(text).replace(/^id: .*$/m, ''))
    expect((await doctor()).text).toContain('2 entries')
    const again = await doctor('--new-id', name)
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('is not a copy') })

    const second = copyTo(' template.md', overwrite)
    const asked = await home.run(['doctor', '--fix'], { input: 'y\n' })
    expect(asked.stderr.replaceAll(/\s+/g, ' ') + asked.stdout.replaceAll(/\s+/g, ' ')).toContain('separate entry?')
    expect(fs.readFileSync(second, 'utf8')).not.toContain(/^id: .*$/m.exec(text)?.[0])
  })

  it('leaves an entry and its draft, which have one id, as they are, and puts copies of the draft together', async () => {
    const { home, doctor, live, file, text } = await oneEntry()
    const draft = path.join(home.journal, 'drafts', path.basename(file))
    fs.mkdirSync(path.dirname(draft))
    fs.writeFileSync(draft, text.replace('status: finished', 'status: draft').replace('The lift.', 'The lift. More.'))
    fs.copyFileSync(draft, draft.replace('.md', ' 2.md'))
    expect((await doctor('--fix')).text).toContain('1 copy that was the same as the entry was moved to the trash')
    expect(live()).toHaveLength(2)
  })
})
