/**
 * Makes the packages for Linux in `out/`.
 *
 *     npm run packages
 */
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { out, writeChecksums } from '../portable.mjs'
import { debPackage } from './deb.mjs'
import { rpmPackage } from './rpm.mjs'

/** Writes the packages, and returns their names. @throws Error as `maintainer` and `rpmPackage`. */
export function writePackages() {
  fs.mkdirSync(out, { recursive: true })
  const rpm = rpmPackage()
  if (rpm === undefined) console.log('No .rpm: rpmbuild is not installed.')
  return [debPackage(), ...(rpm === undefined ? [] : [rpm])].map(({ name, bytes }) => {
    fs.writeFileSync(path.join(out, name), bytes)
    console.log(`${name}  ${(bytes.length / 1e6).toFixed(1)} MB`)
    return name
  })
}

if (process.argv[1] === import.meta.filename) {
  try {
    writePackages()
    writeChecksums()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
