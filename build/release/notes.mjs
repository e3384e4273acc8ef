/**
 * Writes what accompanies the files of a release in `out/`: notes, a bill of materials for the npm package, and checksums.
 *
 *     node build/release/notes.mjs
 */
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { changesIn } from './changelog.mjs'
import { nodeVersion } from './nodes.mjs'
import { out, writeChecksums } from './portable.mjs'
import { manifest, textOf } from './program.mjs'
import { sbom } from './sbom.mjs'

/** For whom each file is, by a part of its name. */
const readers = [
  ['win-x64', 'Windows 10 and 11, nothing else needed'],
  ['macos-arm64', 'Macs with Apple silicon (M1 and later), nothing else needed'],
  ['macos-x64', 'Macs with an Intel processor, nothing else needed'],
  ['linux-x64', 'Linux on x86-64, nothing else needed'],
  ['linux-arm64', 'Linux on arm64, nothing else needed'],
  ['.deb', 'Debian and Ubuntu'],
  ['.rpm', 'Fedora, openSUSE and their relatives'],
  ['.tgz', `npm, with Node.js ${manifest.engines.node.replace('>=', '')} or later`],
  ['.cdx.json', 'what the npm package contains (CycloneDX); each archive has its own list inside']
]

/**
 * The notes of a release, in Markdown.
 *
 * @param {string} changes
 * @param {readonly { name: string, bytes: number }[]} files
 * @returns {string}
 */
export function releaseNotes(changes, files) {
  const rows = readers.flatMap(([part, reader]) =>
    files
      .filter(({ name }) => name.includes(part))
      .map(({ name, bytes }) => `| \`${name}\` | ${reader} | ${(bytes / 1e6).toFixed(1)} MB |\n`)
  )
  return `# reflect ${manifest.version}

${changes}

## Files

| file | for | size |
|---|---|---|
${rows.join('')}
Archives contain Node.js ${nodeVersion}, unmodified and with the signatures of its makers. Begin with the page \`START-HERE\` inside.

\`sha256sum --check SHA256SUMS\`, in the folder of the files, verifies them.
`
}

if (process.argv[1] === import.meta.filename) {
  fs.writeFileSync(path.join(out, `${manifest.name}-${manifest.version}.cdx.json`), sbom())
  const files = fs.readdirSync(out).map((name) => ({ name, bytes: fs.statSync(path.join(out, name)).size }))
  const changes = changesIn(textOf('CHANGELOG.md'), manifest.version)
  fs.writeFileSync(path.join(out, 'RELEASE-NOTES.md'), releaseNotes(changes, files))
  writeChecksums()
}
