/** Writes the licences of the packages that are bundled, which they require. */
import fs from 'node:fs'
import path from 'node:path'
import { dist, root } from './paths.mjs'

/** @param inputs the files that were bundled, relative to the root. */
export function writeNotices(inputs) {
  // A package may be inside the folder of another, which needs another version of it.
  const packages = new Set(
    inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? [])
  )
  const notices = [...packages].toSorted().map(noticeOf)
  fs.writeFileSync(path.join(dist, 'THIRD-PARTY-LICENCES.txt'), notices.join(`\n${'-'.repeat(72)}\n\n`))
}

function noticeOf(place) {
  const folder = path.join(root, place)
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file === undefined ? `Licence: ${license}` : fs.readFileSync(path.join(folder, file), 'utf8').trim()
  return `${name} ${version}\n\n${text}\n`
}
