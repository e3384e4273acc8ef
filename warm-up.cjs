'use strict'
/**
 * Part of the build: runs once, on nobody's terminal and in an empty home, what people wait for, and
 * names the chunks which that took (`chunks`) or writes their code cache (`caches`).
 */
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { PassThrough } = require('node:stream')
const { caches, load, modules, scripts, waitedFor } = require('./bin/reflect.js')

/** A terminal without anybody at it: what is typed on it has been put into it before. */
function nobody(keys) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin })
  stdin.write(keys)
  return stdin
}

const entry = `---
reflect: 1
id: 5f0c1c1e-8f4e-4c1b-9d57-0b6f6f1f7a10
pack: three-questions
pack_version: 1.0.0
exercise: three-questions
title: Three quick questions
status: finished
started: 2026-11-23T19:02:27+00:00
finished: 2026-11-23T19:16:02+00:00
zone: Europe/London
language: en-GB
tags: [reflection, three-questions]
---

# Three quick questions

<!-- reflect:what text -->
## What happened?

> What happened?

Some words, and a café.

<!-- reflect:sure scale {"from":1,"to":5,"labels":{"1":"Not at all","5":"Quite sure"}} -->
## How sure are you?

> How sure are you?

**4** of 5

<!-- reflect:who choice -->
## Who was there?

> Who was there?

- [x] One colleague
- [ ] Nobody
`

async function warmUp(part) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-build-'))
  const LANG = part === 'welsh' ? 'cy_GB.UTF-8' : 'en_GB.UTF-8'
  const env = { REFLECT_HOME: home, REFLECT_JOURNAL: path.join(home, 'journal'), TERM: 'xterm', LANG }
  const around = { stderr: sink(false), env, cwd: home, homeDir: home }
  const run = (args, isTTY, keys) =>
    load('main.js').main({
      args,
      installDir: __dirname,
      context: { ...around, stdout: sink(isTTY), stdin: nobody(keys) }
    })
  fs.mkdirSync(path.join(home, 'journal', '2026'), { recursive: true })
  const names = ['2026-11-23-three-questions.md', '2026-11-23-three-questions-2.md']
  for (const name of names) fs.writeFileSync(path.join(home, 'journal', '2026', name), entry)
  const answers = path.join(home, 'answers.json')
  fs.writeFileSync(answers, '{ "what": "some words" }')
  const parts = {
    list: () => run(['list'], false, ''),
    journal: () => run(['journal'], false, ''),
    start: () => run(['start', 'choose-your-change'], true, '\rsome words\u0003'),
    answers: () => run(['start', 'three-questions', '--answers', answers], false, ''),
    async resume() {
      await run(['start', 'choose-your-change'], true, '\rsome words\u0003')
      await run(['resume'], true, '\u0003')
    },
    async program() {
      for (const args of [['--help'], ['list'], ['journal'], []]) await run(args, false, '')
    },
    async walk() {
      await parts.resume()
      await parts.start()
      await parts.answers()
    },
    show: () => run(['show', 'last'], false, ''),
    revisit: () => run(['revisit', 'three-questions'], false, ''),
    progress: () => run(['progress'], false, ''),
    async views() {
      await parts.show()
      await parts.revisit()
      await parts.progress()
    },
    search: () => run(['search', 'words'], false, ''),
    export: () => run(['export', '--output', path.join(home, 'all.md')], false, ''),
    async gather() {
      await parts.search()
      await parts.export()
    },
    async welsh() {
      await parts.program()
      await parts.walk()
    }
  }
  await parts[part]()
  fs.rmSync(home, { recursive: true })
}

function sink(isTTY) {
  return { write: () => true, isTTY, columns: 80, rows: 24 }
}

/** Writes the cache of what has been loaded and run, as that of what people wait for or of all; but for files that have one. */
function writeCaches(part) {
  const folder = waitedFor.includes(part) ? path.join(caches, part) : caches
  fs.mkdirSync(folder, { recursive: true })
  for (const [file, script] of scripts) {
    const cache = path.join(folder, `${file}.bin`)
    if (!fs.existsSync(cache)) fs.writeFileSync(cache, script.createCachedData())
  }
}

const [part, wanted] = process.argv.slice(2)
warmUp(part).then(() => {
  if (wanted === 'caches') writeCaches(part)
  else process.stdout.write([...modules.keys()].join('\n'))
  process.exit()
})
