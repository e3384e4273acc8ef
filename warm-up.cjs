'use strict'
/**
 * Part of the build: runs once, on nobody's terminal and in an empty home, what people wait for, and
 * writes the code cache of what that took.
 */
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { PassThrough } = require('node:stream')
const { load, writeCaches } = require('./bin/reflect.js')

/** A terminal without anybody at it: what is typed on it has been put into it before. */
function nobody(keys) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin })
  stdin.write(keys)
  return stdin
}

async function warmUp(part) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-build-'))
  const env = { REFLECT_HOME: home, REFLECT_JOURNAL: path.join(home, 'journal'), TERM: 'xterm', LANG: 'en_GB.UTF-8' }
  const around = { stderr: sink(false), env, cwd: home, homeDir: home }
  const run = (args, isTTY, keys) =>
    load('main.js').main({
      args,
      installDir: __dirname,
      context: { ...around, stdout: sink(isTTY), stdin: nobody(keys) }
    })
  if (part === 'walk') {
    await run(['start', 'choose-your-change'], true, '\rsome words\u0003')
    await run(['resume'], true, '\u0003')
  } else for (const args of [['--help'], ['list'], ['journal'], []]) await run(args, false, '')
  fs.rmSync(home, { recursive: true })
}

function sink(isTTY) {
  return { write: () => true, isTTY, columns: 80, rows: 24 }
}

warmUp(process.argv[2]).then(() => {
  writeCaches()
  process.exit()
})
