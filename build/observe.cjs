'use strict'
/**
 * Runs the commands of one part in an empty home, and prints the names of the modules that they used, as a JSON list.
 *
 *     node build/observe.cjs start
 */
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { PassThrough } = require('node:stream')
const { load, loaded } = require('../bin/reflect.js')

const ENTRY = `---
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

<!-- reflect:so-what choice {"options":{"me":"Me","others":"Others"}} -->
## Why it matters

> Who does it matter to most?

Others

<!-- reflect:how-sure scale {"min":1,"max":5} -->
## How sure

> How sure are you?

4

<!-- reflect:now-what plan skipped private -->
## Now what

> Plan one small thing.

*Skipped.*
`

/** Ctrl-C. */
const leave = '\u0003'

/** The command lines that students wait for, with what is typed if they run on a terminal. */
const commands = {
  start: [{ args: ['--help'] }, { args: ['list', '--lang', 'en'] }, { args: ['journal'] }],
  home: [{ args: [] }],
  walk: [
    { args: ['start', 'choose-your-change'], keys: `\r\rsome words${leave}` },
    { args: ['resume'], keys: leave },
    { args: [], keys: leave },
    { args: ['start', 'three-questions', '--answers', 'answers.json'] }
  ],
  views: [{ args: ['show', 'last'] }, { args: ['revisit', 'three-questions'] }, { args: ['progress'] }],
  gather: [{ args: ['search', 'words'] }, { args: ['export'] }]
}

async function observe(part) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-build-'))
  const year = path.join(home, 'journal', '2026')
  fs.mkdirSync(year, { recursive: true })
  for (const name of ['2026-11-23-three-questions.md', '2026-11-23-three-questions-2.md'])
    fs.writeFileSync(path.join(year, name), ENTRY)
  fs.writeFileSync(path.join(home, 'answers.json'), '{ "what": "some words" }')
  const installDir = path.dirname(__dirname)
  try {
    for (const { args, keys } of commands[part])
      await load('main.ts').main({ args, installDir, context: contextIn(home, keys) })
  } finally {
    fs.rmSync(home, { recursive: true })
  }
  process.stdout.write(JSON.stringify([...loaded.keys()]))
}

/** A terminal whose keys have been typed already; without keys, no terminal. */
function contextIn(home, keys) {
  const isTTY = keys !== undefined
  const stdin = Object.assign(new PassThrough(), { isTTY, setRawMode: () => stdin })
  stdin.write(keys ?? '')
  const output = { write: () => true, isTTY, columns: 80, rows: 24 }
  const env = { REFLECT_HOME: home, REFLECT_JOURNAL: path.join(home, 'journal'), TERM: 'xterm', LANG: 'en_GB.UTF-8' }
  return { stdin, stdout: output, stderr: output, env, cwd: home, homeDir: home }
}

observe(process.argv[2]).then(() => process.exit())
