/** Builds an RPM package with rpmbuild, which is the only writer of this format: https://rpm.org/documentation.html. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { about, descriptionLines, maintainer, systemFiles } from './description.mjs'
import { textOf } from '../program.mjs'

/**
 * @returns {{ name: string, bytes: Uint8Array } | undefined} undefined if rpmbuild is not installed.
 * @throws Error with what rpmbuild says if it fails.
 */
export function rpmPackage() {
  if (spawnSync('rpmbuild', ['--version']).status !== 0) return undefined
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-rpm-'))
  try {
    return built(dir)
  } finally {
    fs.rmSync(dir, { recursive: true, force: true })
  }
}

function built(dir) {
  const { files, links } = systemFiles('rpm')
  const documents = [
    { path: 'usr/share/doc/reflect/CHANGELOG.md', bytes: Buffer.from(textOf('CHANGELOG.md')) },
    { path: 'usr/share/licenses/reflect/LICENSE', bytes: Buffer.from(textOf('LICENSE')) }
  ]
  const all = [...files, ...documents]
  const tree = path.join(dir, 'tree')
  for (const { path: name, bytes, executable } of all) {
    const place = path.join(tree, name)
    fs.mkdirSync(path.dirname(place), { recursive: true, mode: 0o755 })
    fs.writeFileSync(place, bytes)
    fs.chmodSync(place, executable ? 0o755 : 0o644)
  }
  for (const { path: name, target } of links) {
    fs.mkdirSync(path.dirname(path.join(tree, name)), { recursive: true })
    fs.symlinkSync(target, path.join(tree, name))
  }
  fs.writeFileSync(path.join(dir, 'reflect.spec'), spec([...files, ...links]))
  const { status, stderr } = spawnSync(
    'rpmbuild',
    ['-bb', '--define', `_topdir ${dir}`, path.join(dir, 'reflect.spec')],
    {
      encoding: 'utf8',
      env: { ...process.env, SOURCE_DATE_EPOCH: '499162500' }
    }
  )
  if (status !== 0) throw new Error(`rpmbuild failed: ${stderr}`)
  const folder = path.join(dir, 'RPMS', 'noarch')
  const [name] = fs.readdirSync(folder)
  return { name, bytes: fs.readFileSync(path.join(folder, name)) }
}

/** The folder of the program. The package owns it with all folders in it, so that none stays when it is removed. */
const OWN = 'usr/share/reflect'

function spec(files) {
  const elsewhere = files.filter(({ path: name }) => !name.startsWith(`${OWN}/`))
  return `%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
%global _buildhost reproducible
%global __brp_mangle_shebangs %{nil}
Name: ${about.name}
Version: ${about.version}
Release: 1
Summary: ${about.summary[0].toUpperCase()}${about.summary.slice(1)}
License: MIT AND CC-BY-4.0
Group: Applications/Productivity
Packager: ${maintainer()}
BuildArch: noarch
Requires: nodejs >= ${about.node}
AutoReqProv: no

%description
${descriptionLines(79).join('\n')}

%install
cp -a %{_topdir}/tree/. %{buildroot}/

%files
%dir /usr/share/licenses/reflect
%license /usr/share/licenses/reflect/LICENSE
%dir /usr/share/doc/reflect
%doc /usr/share/doc/reflect/CHANGELOG.md
/${OWN}
${elsewhere.map(({ path: name }) => `/${name}\n`).join('')}
`
}
