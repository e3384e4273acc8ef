/** A software bill of materials in CycloneDX 1.6: https://cyclonedx.org/docs/1.6/json/. The same input gives the same bytes. */
import { createHash } from 'node:crypto'
import { manifest, textOf } from './program.mjs'

/**
 * @param {{ version: string, integrity: string, name: string } | undefined} node the Node.js in an archive.
 * @returns {string} JSON.
 */
export function sbom(node) {
  const components = [...bundledPackages().map(packageComponent), ...(node === undefined ? [] : [nodeComponent(node)])]
  const self = `pkg:npm/${manifest.name}@${manifest.version}`
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': self,
        name: manifest.name,
        version: manifest.version,
        description: manifest.description,
        licenses: [{ expression: manifest.license }],
        purl: self
      }
    },
    components,
    dependencies: [
      { ref: self, dependsOn: components.map((component) => component['bom-ref']) },
      ...components.map((component) => ({ ref: component['bom-ref'] }))
    ]
  }
  return `${JSON.stringify(bom, undefined, 2)}\n`
}

/** The packages whose code is in `dist/`, from the notices that the build wrote, with what the lock file says of them. */
function bundledPackages() {
  const { packages } = JSON.parse(textOf('package-lock.json'))
  const notices = textOf('dist/THIRD-PARTY-LICENCES.txt')
  return notices.split(`\n${'-'.repeat(72)}\n\n`).map((notice) => {
    const [, name, version] = /^(\S+) (\S+)$/m.exec(notice)
    const locked = Object.entries(packages).find(
      ([place, found]) => place.endsWith(`node_modules/${name}`) && found.version === version
    )
    return { name, version, license: locked[1].license, integrity: locked[1].integrity }
  })
}

function packageComponent({ name, version, license, integrity }) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    licenses: [{ expression: license }],
    purl,
    hashes: hashesOf(integrity)
  }
}

function nodeComponent({ name, version, integrity }) {
  const purl = `pkg:generic/node@${version}`
  const via = `https://www.npmjs.com/package/${name}/v/${version}`
  return {
    type: 'platform',
    'bom-ref': purl,
    name: 'node',
    version,
    licenses: [
      {
        license: {
          name: 'Node.js licence, and those of its parts',
          url: `https://github.com/nodejs/node/blob/v${version}/LICENSE`
        }
      }
    ],
    purl,
    externalReferences: [{ type: 'distribution', url: via, hashes: hashesOf(integrity) }]
  }
}

/** A checksum in the form of the registry, as CycloneDX writes it. */
function hashesOf(integrity) {
  const [algorithm, digest] = integrity.split('-')
  return [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }]
}

/** @param {Uint8Array} bytes */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}
