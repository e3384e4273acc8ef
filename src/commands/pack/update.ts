import fs from 'node:fs'
import type { Context } from '../../context/context.ts'
import { ExitCode, ReflectError, UsageError } from '../../context/errors.ts'
import { parseAddress } from '../../pack/fetch/address.ts'
import { fetchPack } from '../../pack/fetch/index.ts'
import { candidateOf, type Candidate } from '../../pack/installed/candidate.ts'
import { addedAs, ownIdOf } from '../../pack/installed/identity.ts'
import { installedPacks, type Installed } from '../../pack/installed/list.ts'
import { install, rollBack } from '../../pack/installed/store.ts'
import { compareSemver } from '../../pack/semver.ts'
import { present } from '../../util/records.ts'
import { inLanguage } from '../../pack/translation/choose.ts'
import { printJson, say } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { askForConsent, classLines, offerClassSettings, withStaging, withNotice, installedPack } from './installing.ts'
import { canAsk } from '../shared/choosing.ts'
import { addedPackNamed } from './choosing.ts'
import { summaryLines, updateBetween } from './summary.ts'
import { defineCommand, flag, json, optional, type GlobalOptions, type OptionValues } from '../shared/command.ts'

const updateOptions = {
  dryRun: flag((words) => words.pack.dryRun),
  rollback: flag((words) => words.pack.rollback),
  yes: flag((words) => words.pack.yes),
  json
}

type UpdateValues = OptionValues<typeof updateOptions> & GlobalOptions

/** Fetches new versions of added packs, shows what would change, and installs those that the user agrees to. */
export const packUpdateCommand = defineCommand({
  help: (words) => words.pack.update,
  args: { id: optional('id', (words) => words.pack.id) },
  options: updateOptions,
  run: updatePacks
})

/** Updates the added pack that is named, or all of them, each after a question. Gives the exit code. */
export async function updatePacks(
  options: UpdateValues & { readonly id: string | undefined },
  context: Context
): Promise<ExitCode | void> {
  const { update } = context.words.packs
  if (options.rollback === true) return back(options.id, options, context)
  const wanted =
    options.id === undefined ? installedPacks(context).packs : [installedPack(options.id, update.bundled, context)]
  if (wanted.length === 0) say(update.nothingAdded, options, context)
  const results: object[] = []
  let code: ExitCode = ExitCode.done
  for (const here of wanted) {
    try {
      results.push(await updateOne(here, options, context))
    } catch (error) {
      // If one source cannot be reached, the others are still updated.
      if (!(error instanceof ReflectError) || wanted.length === 1) throw error
      say(error.inWords(context.words), {}, context)
      code = ExitCode.failed
    }
  }
  if (options.json === true) printJson(results, context)
  return code
}

async function updateOne(here: Installed, options: UpdateValues, context: Context): Promise<object> {
  const { update, add } = context.words.packs
  const { id, title, version } = inLanguage(here.pack, context.language)
  const unchanged = { id, before: version, after: version, changes: [], updated: false }
  const fromFile = isFromFile(here)
  if (fromFile && !fs.existsSync(here.source)) {
    say(update.fromFile(id, version), options, context)
    return unchanged
  }
  return withStaging(context, async (staging) => {
    const candidate = await withNotice(add.fetching(here.source), context, () => newVersion(here, staging, context))
    if (candidate === undefined) {
      say((fromFile ? update.fromFile : update.upToDate)(id, version), options, context)
      return unchanged
    }
    const after = candidate.pack.version
    const found = updateBetween(here.pack, candidate.pack, options, context)
    const result = { id, before: version, after, ...found, updated: false }
    if (options.json !== true) {
      const summary = [...summaryLines(found, context), ...classLines(candidate.pack, here.pack, context)]
      await print([update.from(title, version, after), ...summary], options, context)
    }
    if (options.dryRun === true) return result
    const asking = { question: update.take(title, after), sayYes: update.sayYes, declined: update.declined(id) }
    if (!(await askForConsent(asking, options, context))) {
      say(update.declined(id), options, context)
      return result
    }
    install(candidate, staging, context)
    say(update.updated(id, after), options, context)
    await offerClassSettings(candidate.pack, here.pack, options, context)
    return { ...result, updated: true }
  })
}

/** The version at the source of a pack; undefined if it is the installed one. */
async function newVersion(
  here: Installed,
  staging: Parameters<typeof fetchPack>[1],
  context: Context
): Promise<Candidate | undefined> {
  const { checking } = context.words.packs
  const fetched = await fetchPack(here.source, staging, context)
  const candidate = await candidateOf(fetched, undefined, context.words)
  if (candidate.sha256 === here.sha256) return undefined
  const { id, version } = candidate.pack
  if (id !== ownIdOf(here.pack)) throw new UsageError(checking.otherPack(here.source, ownIdOf(here.pack), id))
  if (compareSemver(version, here.pack.version) < 0)
    throw new UsageError(checking.older(id, version, here.pack.version))
  const pack = addedAs(candidate.pack, here.pack.id, here.source)
  return { ...candidate, pack, ...present({ hides: here.hides }) }
}

/** Whether a pack came from a file on this computer, which no author replaces, or from a place there that is gone. */
function isFromFile({ source }: Installed): boolean {
  const address = parseAddress(source)
  if ('fault' in address || address.kind !== 'path') return false
  return fs.statSync(address.path, { throwIfNoEntry: false })?.isDirectory() !== true
}

async function back(id: string | undefined, options: UpdateValues, context: Context): Promise<void> {
  const { update } = context.words.packs
  if (id === undefined && !canAsk(context)) throw new UsageError(update.rollBackWhat)
  const { pack } = await addedPackNamed(id, update.bundled, { options, context })
  const now = rollBack(pack.id, context)
  if (options.json === true) printJson([{ id: pack.id, before: pack.version, after: now.pack.version }], context)
  say(update.rolledBack(pack.id, now.pack.version), options, context)
}
