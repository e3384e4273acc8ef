#!/usr/bin/env node
'use strict'
const { readFileSync } = require('node:fs')
const path = require('node:path')

const installDir = path.dirname(__dirname)
const args = process.argv.slice(2)

// Answered here, because a student's script may ask it and nothing need be loaded for it.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${JSON.parse(readFileSync(path.join(installDir, 'package.json'), 'utf8')).version}\n`)
} else {
  const { load } = require('./load.js')
  load('main.js')
    .main({ args, installDir })
    .then((code) => (process.exitCode = code))
}
