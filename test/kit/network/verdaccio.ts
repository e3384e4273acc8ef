import { execFile, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'

const described = path.join(import.meta.dirname, 'verdaccio')
/** Where it is installed, once for all runs: three hundred packages are more than a contributor should wait for who needs none. */
const place = path.join(import.meta.dirname, '../../../node_modules/.test-registry')

/** Installs the registry if it is not there; the reason if that cannot be done here. */
export async function installVerdaccio(): Promise<string | undefined> {
  const lock = 'package-lock.json'
  const wanted = fs.readFileSync(path.join(described, lock), 'utf8')
  const mark = path.join(place, 'installed')
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === wanted) return undefined
  fs.mkdirSync(place, { recursive: true })
  for (const file of ['package.json', lock]) fs.copyFileSync(path.join(described, file), path.join(place, file))
  try {
    await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--fetch-retries=0'], {
      cwd: place
    })
  } catch (error) {
    return String(error)
  }
  fs.writeFileSync(mark, wanted)
  return undefined
}

/** A registry as universities run it: what is in a scope is only for those who have signed in. */
export interface Verdaccio {
  readonly url: string
  /** A token of a new user. */
  signUp(name: string): Promise<string>
}

/** Starts the registry, without anything in it, until the test has finished. */
export async function startVerdaccio(): Promise<Verdaccio> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-registry-'))
  const port = await freePort()
  const config = path.join(dir, 'config.yaml')
  fs.writeFileSync(
    config,
    `storage: ./storage
auth: { htpasswd: { file: ./htpasswd } }
packages:
  '@uni/*': { access: $authenticated, publish: $authenticated }
  '**': { access: $all, publish: $authenticated }
log: { type: stdout, format: json, level: warn }
`
  )
  const program = path.join(place, 'node_modules', 'verdaccio', 'bin', 'verdaccio')
  const server = spawn(process.execPath, [program, '--config', config, '--listen', `127.0.0.1:${port}`], {
    env: { PATH: process.env['PATH'] ?? '', HOME: dir },
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const ended = new Promise((resolve) => server.on('close', resolve))
  onTestFinished(async () => {
    server.kill()
    await ended
    fs.rmSync(dir, { recursive: true, force: true })
  })
  for await (const said of server.stdout) if (String(said).includes(`:${port}`)) break
  server.stdout.resume()
  const url = `http://127.0.0.1:${port}`
  const signUp = async (name: string) => {
    const about = { name, password: `${name} likes long passwords` }
    const response = await fetch(`${url}/-/user/org.couchdb.user:${name}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(about)
    })
    return ((await response.json()) as { token: string }).token
  }
  return { url, signUp }
}

async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
