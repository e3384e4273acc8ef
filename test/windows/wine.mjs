/** The official node.exe under Wine, in a Windows of its own that stays between runs. */
import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { binaryFor, nodeVersion, targets } from '../../build/release/nodes.mjs'
import { root } from '../../build/paths.mjs'

const cache = path.join(root, 'node_modules', '.cache', 'wine')
const prefix = path.join(cache, 'prefix')
const node = path.join(cache, `node-${nodeVersion}.exe`)

/** The environment of Wine. File names need a locale of UTF-8. */
export const wineEnv = {
  HOME: cache,
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C.UTF-8',
  TERM: 'xterm-256color',
  WINEPREFIX: prefix,
  WINEDEBUG: '-all',
  // No questions about components that Node does not need.
  WINEDLLOVERRIDES: 'mscoree,mshtml='
}

/** Whether Wine is installed. */
export function hasWine() {
  return ['wine', 'wineboot', 'winecfg'].every((name) => fs.existsSync(path.join('/usr/bin', name)))
}

/** Creates the Windows at the first use, and downloads node.exe. Returns the arguments that start Node. @throws Error as `binaryFor`. */
export function prepareWine() {
  fs.mkdirSync(cache, { recursive: true })
  if (!fs.existsSync(node)) fs.writeFileSync(node, binaryFor(targets.find(({ name }) => name === 'win-x64')))
  if (!fs.existsSync(path.join(prefix, 'system.reg'))) {
    execFileSync('wineboot', ['--init'], { env: wineEnv, stdio: 'ignore' })
    // Node refuses older versions of Windows.
    execFileSync('winecfg', ['-v', 'win10'], { env: wineEnv, stdio: 'ignore' })
  }
  removeTemporaryFiles()
  return ['wine', windowsPath(node)]
}

/** What an earlier run left behind, if it was stopped. */
function removeTemporaryFiles() {
  for (const user of fs.readdirSync(disk('users')))
    for (const place of ['Temp', path.join('AppData', 'Local', 'Temp')])
      if (fs.existsSync(disk('users', user, place)))
        for (const name of fs.readdirSync(disk('users', user, place)))
          fs.rmSync(disk('users', user, place, name), { recursive: true, force: true })
}

/** The path of a file of this system as programs under Wine see it. */
export function windowsPath(file) {
  return `Z:${file.replaceAll('/', '\\')}`
}

/**
 * Runs a command until it ends, or until `isStuck`, which is asked every second. Its output goes to a file, because Node cannot write
 * to a pipe of Linux under Wine.
 */
export function runUntil(isStuck, [command, ...args], env, log) {
  const output = fs.openSync(log, 'a')
  const child = spawn(command, args, { env, cwd: root, stdio: ['ignore', output, output] })
  fs.closeSync(output)
  return new Promise((resolve, reject) => {
    const watch = setInterval(() => isStuck() && child.kill('SIGKILL'), 1000)
    child.on('error', reject)
    child.on('exit', () => {
      clearInterval(watch)
      resolve()
    })
  })
}

/** A file on the disk C: of this Windows. */
export function disk(...names) {
  return path.join(prefix, 'drive_c', ...names)
}

/** Ends everything that still runs in this Windows. */
export function closeWine() {
  execFileSync('wineserver', ['--kill'], { env: wineEnv, stdio: 'ignore' })
}
