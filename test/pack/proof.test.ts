import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { translatePack } from '../../src/pack/source/translate.ts'
import { isRecord } from '../../src/util/records.ts'
import { everyText, filesOf, filled } from '../kit/every-text.ts'
import { writeFiles } from '../kit/pack-folders.ts'
import { newHome } from '../kit/program.ts'

describe('the page of a pack', () => {
  it('shows every text, in a page for each language', async () => {
    let count = 0
    const pack = everyText((words) => `T${++count}e ${words}`)
    const files = filesOf({
      ...pack,
      tutor_notes: 'Note 1.',
      class: {
        ...(isRecord(pack['class']) ? pack['class'] : {}),
        start: '2027-01-11',
        language: 'cy',
        rhythm: '1 week',
        bundled: 'hide'
      }
    })
    const result = translatePack(
      'cy',
      { files, manifest: 'pack.yaml' },
      { done: false, mark: 'Look.', introduction: [] }
    )
    if (!('content' in result)) throw new Error(JSON.stringify(result))
    const home = newHome()
    const written = Object.fromEntries(files.map((each) => [each.path, each.bytes]))
    const welsh = filled(Buffer.from(result.content).toString('utf8'), (number) => `Gair ${number} w`)
    writeFiles(path.join(home.dir, 'mine'), { ...written, 'translations/cy.yaml': welsh })
    const ran = await home.run(['pack', 'preview', 'mine', '--html', 'page.html'])
    expect(ran).toMatchObject({ code: 0, stdout: `${path.join(home.dir, 'page.cy.html')}\n` })
    const pages = ['page.html', 'page.cy.html'].map((name) => fs.readFileSync(path.join(home.dir, name), 'utf8'))
    const [english = '', other = ''] = pages
    const texts = Array.from({ length: count }, (_, index) => `T${index + 1}e`)
    expect(texts.filter((text) => !english.includes(text))).toEqual([])
    expect(texts.filter((text) => other.includes(text))).toEqual([])
    const words = [...welsh.matchAll(/Gair \d+ w/g)].map(([word]) => word)
    expect(words.filter((word) => !other.includes(word))).toEqual([])
    for (const page of pages) expect(page).toContain('Note 1.')
    for (const about of ['Monday 11 January 2027', 'Cymraeg', '1 week', 'not listed']) expect(english).toContain(about)
  })
})
