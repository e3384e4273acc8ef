import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeEntry } from '../../src/entry/codec.ts'
import type { EntryHead } from '../../src/entry/model.ts'
import { draftOf, entryOf, idOf } from '../journal/kit/entries.ts'
import { newHome, type Home } from '../kit/program.ts'
import { writeLink } from '../kit/needs.ts'

const STEM = '2026-11-23-1902-no-paying-customer'

/** What programs that copy or synchronise folders make of the name of a file. */
const copyNames = [
  // Dropbox, in several languages, also as "Case Conflict" and "selective sync conflict"
  `${STEM} (Zoë's conflicted copy 2026-11-24).md`,
  `${STEM} (Copie en conflit de Zoë 2026-11-24).md`,
  `${STEM} (Kopie in Konflikt von Zoë 2026-11-24).md`,
  `${STEM} (Copia en conflicto de Zoë 2026-11-24).md`,
  `${STEM} (Case Conflict).md`,
  // Nextcloud, ownCloud, Syncthing, Resilio, Seafile, Synology, Unison, Obsidian
  `${STEM} (conflicted copy 2026-11-24 101010).md`,
  `${STEM}_conflict-20261124-101010.md`,
  `${STEM}.sync-conflict-20261124-101010-ABCDEFG.md`,
  `${STEM}.Conflict.md`,
  `${STEM} (SFConflict zoe@example.org 2026-11-24-10-10-10).md`,
  `${STEM}_NAS_Nov-24-101010-2026_Conflict.md`,
  `${STEM} [conflicted].md`,
  `${STEM} (Conflict on 2026-11-24).md`,
  // OneDrive, Google Drive, iCloud, browsers, Explorer, Finder, Linux
  `${STEM}-LAPTOP-7G2.md`,
  `${STEM} (1).md`,
  `${STEM} 2.md`,
  `${STEM} - Copy.md`,
  `${STEM} - Kopie.md`,
  `${STEM} – copie.md`,
  `${STEM} copy 2.md`,
  `Copy of ${STEM}.md`,
  `Kopi af ${STEM}.md`,
  `${STEM} (another copy).md`,
  `${STEM}~HEAD.md`,
  // Other names and places
  `${STEM}-2.md`,
  'a name of mine.md',
  `../backup/${STEM}.md`,
  `../2025/${STEM}.md`,
  `../${STEM}.md`
]

function put(home: Home, file: string, text: string): string {
  const place = path.join(home.journal, file)
  fs.mkdirSync(path.dirname(place), { recursive: true })
  fs.writeFileSync(place, text)
  return place
}

/** A home with an entry, and with a file for each name above that has what `copy` gives. */
function homeWith(copy: (text: string, number: number) => string): Home {
  const home = newHome()
  const text = encodeEntry(entryOf({ a: 'The lift broke at ten.' }))
  put(home, `2026/${STEM}.md`, text)
  for (const [at, name] of copyNames.entries()) put(home, `2026/${name}`, copy(text, at + 2))
  return home
}

async function json(home: Home, ...args: string[]) {
  const { stdout, stderr } = await home.run([...args, '--json'])
  return { value: JSON.parse(stdout), stderr }
}

describe('copies that programs leave', () => {
  it('of the same bytes are one entry in everything, without a word', async () => {
    const home = homeWith((text) => text)
    expect((await json(home, 'journal')).value).toHaveLength(1)
    expect((await json(home, 'journal', '--limit', '5')).value).toHaveLength(1)
    expect((await json(home, 'search', 'lift')).value).toHaveLength(1)
    expect((await json(home, 'progress')).value).toMatchObject({ entries: 1 })
    expect((await json(home, 'revisit', 'no-paying-customer')).value).toHaveLength(1)
    const exported = await home.run(['export', '--format', 'json'])
    expect(JSON.parse(exported.stdout).entries).toHaveLength(1)
    expect(exported.stderr).toMatch(/^1 entry with 1 answer\./)
    expect(exported.stderr).not.toContain('reflect doctor')
    expect((await home.run(['show', idOf(1).slice(0, 4), '--raw'])).stderr).toBe('')
    const offered = (await home.run(['complete', '--', 'show', ''])).stdout
    expect(offered.match(/2026-11-23/g)?.length ?? 0).toBeLessThanOrEqual(1)
    for (const args of [['journal'], ['progress'], ['revisit', 'no-paying-customer']])
      expect((await home.run(args)).stderr).not.toContain('cop')
  })

  it('that differ are one entry, with a line for each folder, and searches find the words of all', async () => {
    const home = homeWith((text, number) => text.replace('at ten', `at ${number} o’clock`))
    for (const args of [
      ['journal'],
      ['progress'],
      ['revisit', 'no-paying-customer'],
      ['show', '00000001'],
      ['export']
    ]) {
      const { stderr } = await home.run(args)
      const lines = stderr.split('\n').filter((line) => line.includes('reflect doctor --fix'))
      expect(lines.map((line) => /cop\w+ of (?:an )?\w+ in (\S+) /.exec(line)?.[1]).toSorted()).toEqual(
        ['', '2025', '2026', 'backup'].map((folder) => path.join(home.journal, folder))
      )
    }
    expect((await json(home, 'journal')).value).toMatchObject([{ file: path.join(home.journal, '2026', `${STEM}.md`) }])
    for (const [at, name] of copyNames.entries()) {
      const { value } = await json(home, 'search', `"at ${at + 2} o'clock"`)
      expect(value).toMatchObject([{ id: idOf(1), file: path.join(home.journal, '2026', name) }])
    }
    const { stdout, stderr } = await home.run(['search', '"at 9 o\'clock"'])
    const copy = path.join(home.journal, '2026', copyNames[7] ?? '')
    expect(stdout.replaceAll(/\s/g, '')).toContain(`in the copy ${copy}`.replaceAll(' ', ''))
    expect(stderr).toContain('reflect doctor --fix')
  })

  it('with an id of their own are entries, whatever their names', async () => {
    const home = homeWith((text, number) => text.replace(idOf(1), idOf(number)).replace('at ten', `at ${number}`))
    const { value, stderr } = await json(home, 'journal')
    expect(value).toHaveLength(copyNames.length + 1)
    expect(stderr).toBe('')
    expect((await json(home, 'search', 'lift')).value).toHaveLength(copyNames.length + 1)
    expect((await home.run(['export'])).stderr).toContain(`${copyNames.length + 1} entries`)
    for (const number of [3, 9, 16]) expect((await home.run(['show', idOf(number)])).stdout).toContain(`at ${number}`)
  })

  it('can be named one by one', async () => {
    const home = homeWith((text, number) => text.replace('at ten', `at ${number}`))
    for (const name of ['2026-11-23-1902-no-paying-customer (1)', '2026/a name of mine.md', 'backup\\' + STEM])
      expect((await home.run(['show', name])).stdout).not.toContain('at ten')
    await home.run(['delete', 'a name of mine', '--yes'])
    expect(fs.existsSync(path.join(home.journal, '2026', 'a name of mine.md'))).toBe(false)
    expect((await home.run(['show', '00000001'])).stdout).toContain('at ten')
  })

  it('are deleted with their entry', async () => {
    const home = homeWith((text) => text)
    await home.run(['delete', '00000001', '--yes'])
    expect((await home.run(['journal'])).stderr).toContain('No entries yet')
    expect(fs.readdirSync(path.join(home.journal, 'trash'))).toHaveLength(copyNames.length + 1)
  })

  it('stay in the trash when their entry is put back by its id, and are put back by their names', async () => {
    const home = homeWith((text, number) => text.replace('at ten', `at ${number}`))
    const { stderr } = await home.run(['delete', '00000001', '--yes'])
    const id = /--restore (\S+)/.exec(stderr)?.[1] ?? ''
    expect((await home.run(['journal', '--restore', id])).stderr).toContain('It is back')
    expect((await home.run(['show', '00000001'])).stdout).toContain('at ten')
    expect((await home.run(['journal', '--restore', 'a name of mine'])).stderr).toContain('It is back')
    expect(fs.readdirSync(path.join(home.journal, 'trash'))).toHaveLength(copyNames.length - 1)
  })

  it('of any name are deleted, put back and changed beside others of that name', async () => {
    const home = newHome()
    const named = (number: number) => encodeEntry(entryOf({ a: `lift ${number}` }, { id: idOf(number) }))
    for (const number of [1, 2, 3]) put(home, `${number}/LOUD.MD`, named(number))
    for (const number of [1, 2, 3])
      expect((await home.run(['delete', idOf(number), '--yes'])).stderr).toContain('in the trash')
    expect(fs.readdirSync(path.join(home.journal, 'trash'))).toHaveLength(3)
    expect((await home.run(['journal', '--restore', idOf(2)])).stderr).toContain('It is back')
    expect((await home.run(['show', 'last'])).stdout).toContain('lift 2')
  })

  it('are not what an import brings in again', async () => {
    const home = newHome()
    const text = encodeEntry(entryOf({ a: 'The lift broke at ten.' }))
    put(home, 'work/lifts/Lifts.md', text)
    fs.writeFileSync(path.join(home.dir, 'again.md'), text)
    expect((await home.run(['import', 'again.md'])).stderr).toContain('0 new, 1 you already had')
  })
})

describe('the file that is listed', () => {
  it.each([
    ['is the one at its usual place', [`${STEM}.md`, `2026/${STEM} 2.md`, `2026/${STEM}.md`], 2],
    ['may have its name of an earlier version', ['2026/a.md', '2026/2026-11-23-no-paying-customer.md'], 1],
    ['is in the folder of its year', [`a.md`, '2026/b longer name.md', '2025/a.md'], 1],
    ['is the highest', ['work/deep/a.md', 'work/a.md'], 1],
    ['has the shortest name', ['work/a (1).md', 'work/a.md', 'work/a 2.md'], 1],
    ['is the first by its name', ['work/b.md', 'work/a.md'], 1]
  ])('%s', async (_, files, expected) => {
    const home = newHome()
    for (const file of files) put(home, file, encodeEntry(entryOf({ a: 'words' })))
    const place = path.join(home.journal, files[expected] ?? '')
    expect((await json(home, 'journal')).value).toMatchObject([{ file: place }])
  })
})

describe('entries anywhere below the folder', () => {
  const text = (number: number, rest: Partial<EntryHead> = {}) =>
    encodeEntry(entryOf({ a: `word${number}` }, { id: idOf(number), ...rest }))
  const ids = async (home: Home, ...args: string[]) =>
    (await json(home, ...args)).value.map(({ id }: { id: string }) => Number(id.slice(0, 8))).toSorted()

  it('are found: in subfolders, in no folder, under any name', async () => {
    const home = newHome()
    const places = ['a.md', '2026/b.md', '2026/work/c.md', 'Äpfel & Birnen/2025/d.md', 'x/y/z/LOUD.MD', 'drafts/e.md']
    for (const [at, place] of places.entries()) put(home, place, text(at + 1))
    const all = [1, 2, 3, 4, 5, 6]
    expect(await ids(home, 'journal')).toEqual(all)
    expect(await ids(home, 'journal', '--limit', '9')).toEqual(all)
    expect((await home.run(['export'])).stderr).toContain('6 entries')
    for (const number of all) {
      expect(await ids(home, 'search', `word${number}`)).toEqual([number])
      expect((await home.run(['show', places[number - 1] ?? ''])).stdout).toContain(`word${number}`)
    }
    expect((await home.run(['doctor'])).stdout).toContain('6 entries')
  })

  it('are not the files of other programs, nor deleted ones, nor what links lead to', async () => {
    const home = newHome()
    put(home, '2026/a.md', text(1))
    const others = ['trash/b.md', '.git/b.md', '.obsidian/b.md', '.stversions/2026/b.md', '2026/@eaDir/b.md']
    for (const place of [
      ...others,
      '$RECYCLE.BIN/b.md',
      'node_modules/x/b.md',
      '_gsdata_/b.md',
      '.reflect/before/b.md'
    ])
      put(home, place, text(2))
    put(home, 'vault/note.md', '---\ntitle: Not mine\n---\n\nword2\n')
    const outside = path.join(home.dir, 'outside')
    fs.mkdirSync(outside)
    fs.writeFileSync(path.join(outside, 'b.md'), text(2))
    writeLink(outside, path.join(home.journal, 'outside'))
    writeLink(path.join(outside, 'b.md'), path.join(home.journal, '2026', 'b.md'))
    writeLink(home.journal, path.join(home.journal, '2026', 'loop'))
    expect(await ids(home, 'journal')).toEqual([1])
    expect(await ids(home, 'search', 'word2')).toEqual([])
    expect((await home.run(['doctor'])).stdout).toContain('1 entry')
  })

  it('are drafts by their status, wherever they are', async () => {
    const home = newHome()
    put(home, 'elsewhere/moved.md', encodeEntry(draftOf({ a: 'unfinished' }, { id: idOf(1) })))
    put(home, 'drafts/done.md', text(2))
    expect(await ids(home, 'journal', '--status', 'draft')).toEqual([1])
    expect(await ids(home, 'journal', '--status', 'finished')).toEqual([2])
    expect((await home.run(['show', 'last'])).stdout).toContain('word2')
  })

  it('are filtered by the day inside, whatever names and folders say', async () => {
    const home = newHome()
    put(home, '2026/2026-11-28-story.md', text(1, { started: '2026-03-04T10:00:00+00:00' }))
    put(home, '2025/2025-01-01-story.md', text(2, { started: '2026-03-05T10:00:00+00:00' }))
    put(home, '2026/2026-03-06-story.md', text(3, { started: '2025-12-24T10:00:00+00:00' }))
    const march = ['--since', '2026-03-01', '--until', '2026-03-31']
    expect(await ids(home, 'journal', ...march)).toEqual([1, 2])
    expect(await ids(home, 'journal', ...march, '--limit', '9')).toEqual([1, 2])
    expect(await ids(home, 'search', 'word', ...march)).toEqual([1, 2])
    const { stdout } = await home.run(['export', '--format', 'json', ...march])
    expect(JSON.parse(stdout).entries.map(({ id }: { id: string }) => id)).toEqual([idOf(1), idOf(2)])
    expect((await ids(home, 'journal', '--limit', '1'))[0]).toBe(2)
  })

  it.each(['2026/Story.md', '2026/story', '2026\\STORY.md', './story.md', 'STORY'])('are found as %s', async (name) => {
    const home = newHome()
    put(home, '2026/Story.md', text(1))
    put(home, '2025/other story.md', text(2))
    expect((await home.run(['show', name])).stdout).toContain('word1')
  })

  it('that say they were written by two machines in one minute are both there', async () => {
    const home = newHome()
    put(home, `2026/${STEM}.md`, text(1))
    put(home, `2026/${STEM}.sync-conflict-20261124-101010-ABCDEFG.md`, text(2))
    expect(await ids(home, 'journal')).toEqual([1, 2])
    expect((await home.run(['journal'])).stderr).toBe('')
  })
})

describe('the last entry', () => {
  it('is the one that was finished last, also within a second', async () => {
    const home = newHome()
    const finished = '2026-11-23T20:00:00+00:00'
    for (const [number, name] of ['b', 'c', 'a'].entries()) {
      const file = put(home, `2026/${name}.md`, encodeEntry(entryOf({ a: name }, { id: idOf(number), finished })))
      const saved = new Date(Date.parse(finished) + 100 * number)
      fs.utimesSync(file, saved, saved)
    }
    const early = { id: idOf(9), started: '2026-11-24T01:00:00+00:00', finished: '2026-11-23T19:59:59+00:00' }
    put(home, '2026/early.md', encodeEntry(entryOf({ a: 'early' }, early)))
    const diary = { id: idOf(8), pack: 'day-one', finished: '2027-01-01T00:00:00+00:00' }
    put(home, '2026/diary.md', encodeEntry(entryOf({ a: 'diary' }, diary)))
    expect((await json(home, 'show', 'last')).value).toMatchObject({ answers: { a: 'a' } })
  })
})
