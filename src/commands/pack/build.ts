import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ExitCode, UsageError } from '../../context/errors.ts'
import { withFsErrors } from '../../storage/fs-errors.ts'
import { packageNameIn, packageOf, checksums } from '../../pack/archive/package.ts'
import { writeTgz } from '../../pack/archive/tar.ts'
import { run as runProgram } from '../../pack/fetch/run.ts'
import { printJson } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { examinePack, sayReport } from './report.ts'
import { defineCommand, flag, json, textOption, withDefault } from '../shared/command.ts'
import { pathFromHere, typedPath } from '../../text/typed-path.ts'
import { shellWord } from '../../text/shell-word.ts'

/** What `--json` prints. */
interface Built {
  readonly file: string
  readonly id: string
  readonly version: string
  readonly npmName: string
  readonly exercises: number
  readonly bytes: number
  readonly sha256: string
  readonly integrity: string
}

/** Checks a pack and writes it as one archive: the same bytes on every computer, and a valid npm package. */
export const packBuildCommand = defineCommand({
  help: (words) => words.pack.build,
  args: { path: withDefault('path', '.', (words) => words.pack.path) },
  options: {
    output: textOption('dir', (words) => words.pack.output),
    force: flag((words) => words.pack.buildForce),
    json
  },
  async run(options, context) {
    const found = examinePack(typedPath(options.path, context), context)
    const { pack, source, listed } = found
    sayReport(found, context)
    if (pack === undefined) return ExitCode.usage
    if (options.force !== true) await refuseUncommitted(source.folder, context)
    const files = packageOf(pack, { ...source, listed })
    const bytes = await writeTgz(files)
    const file = write(bytes, `${pack.id}-${pack.version}.tgz`, options, context)
    const { id, version, exercises } = pack
    const npmName = packageNameIn(files)
    const built = { file, id, version, npmName, exercises: exercises.length, bytes: bytes.length, ...checksums(bytes) }
    if (options.json === true) return printJson(built, context)
    return print(inWords(built, context), options, context)
  }
})

/** In a git work tree, only committed files are built, so that everybody can find out what an archive was made of. */
async function refuseUncommitted(folder: string, { env, words }: Context): Promise<void> {
  const args = ['status', '--porcelain', '--untracked-files=all', '--', '.', ':(exclude,glob)**/*.tgz']
  const ran = await runProgram('git', ['-c', 'core.fsmonitor=false', ...args], {
    cwd: folder,
    env: { ...env, GIT_OPTIONAL_LOCKS: '0' },
    timeoutMs: 10_000
  })
  // Without git, or outside a work tree, there is nothing to compare with.
  if (ran.kind !== 'ended' || ran.code !== 0) return
  const changed = ran.stdout
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(3))
  if (changed.length > 0) throw new UsageError(words.packs.build.uncommitted(changed))
}

/** Writes the archive. A version has one content, so another archive of the same name is not replaced without `force`. */
function write(
  bytes: Uint8Array,
  name: string,
  { output, force }: { readonly output?: string; readonly force?: boolean },
  context: Context
): string {
  const { words } = context
  const folder = typedPath(output ?? '.', context)
  if (fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(words.packs.build.noFolder(folder))
  }
  const file = path.join(folder, name)
  if (fs.existsSync(file)) {
    if (Buffer.compare(fs.readFileSync(file), bytes) === 0) return file
    if (force !== true) throw new UsageError(words.packs.build.otherContent(file))
  }
  // With the usual permissions, unlike entries: it is made to be handed out.
  withFsErrors(file, () => fs.writeFileSync(file, bytes))
  return file
}

function inWords({ file, npmName, version, exercises, bytes, sha256 }: Built, context: Context): string[] {
  const { build } = context.words.packs
  const shown = pathFromHere(file, context)
  return [
    shown,
    `  ${build.holds(exercises, bytes)}`,
    `  sha256  ${sha256}`,
    `  npm     ${npmName}@${version}`,
    '',
    ...build.ways(shellWord(shown, context.platform), version)
  ]
}
