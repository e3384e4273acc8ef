import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import { fetchPack } from '../../pack/fetch/index.ts'
import { candidateOf, type Candidate } from '../../pack/installed/candidate.ts'
import { installedPacks, type Installed } from '../../pack/installed/list.ts'
import { install } from '../../pack/installed/store.ts'
import { inLanguage } from '../../pack/translation/choose.ts'
import { printJson, say } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { typedFor } from '../shared/choosing.ts'
import { aboutLines, cameFrom } from './describe.ts'
import { placeOf } from '../shared/place.ts'
import { placed } from './placing.ts'
import { askForConsent, classLines, offerClassSettings, withStaging, withNotice } from './installing.ts'
import { summaryLines, updateBetween } from './summary.ts'
import {
  defineCommand,
  flag,
  json,
  optional,
  textOption,
  type GlobalOptions,
  type OptionValues
} from '../shared/command.ts'

const addOptions = {
  sha256: textOption('checksum', (words) => words.pack.sha256),
  as: textOption('id', (words) => words.pack.as),
  replace: flag((words) => words.pack.replace, ['as']),
  yes: flag((words) => words.pack.yes),
  json
}

type AddOptions = OptionValues<typeof addOptions> & GlobalOptions & { readonly source: string | undefined }

/** Fetches a pack, shows what it is and who wrote it, and installs it if the user agrees. */
export const packAddCommand = defineCommand({
  help: (words) => words.pack.add,
  args: { source: optional('source', (words) => words.pack.addSource) },
  options: addOptions,
  run: addPack
})

/** Adds the pack at a place that is named, or that the user types. */
export async function addPack(options: AddOptions, context: Context): Promise<void> {
  const { words } = context
  const { add, checking, twins, update } = words.packs
  if (options.sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(options.sha256)) {
    throw new UsageError(checking.notAChecksum(options.sha256))
  }
  const question = { question: words.menus.packs.source }
  const source = options.source ?? (await typedFor('source', question, { options, context }))
  return withStaging(context, async (staging) => {
    const candidate = await withNotice(add.fetching(source), context, async () => {
      const fetched = await fetchPack(source, staging, context)
      return { ...(await candidateOf(fetched, options.sha256, words)), bytes: fetched.bytes, leftOut: fetched.leftOut }
    })
    const place = placeOf(candidate, options, context)
    const here = installedPacks(context).packs.find(({ pack }) => place.kind === 'known' && pack.id === place.id)
    if (here?.sha256 === candidate.sha256 && here.source === candidate.source) {
      report(here, options, context)
      return say(add.alreadyHere(here.pack.title, here.pack.version), options, context)
    }
    if (options.json !== true && options.quiet !== true) {
      const isBundled = place.kind === 'known' && here === undefined
      await print(presentation(candidate, { here, isBundled }, options, context), options, context)
    }
    const { bytes: _, leftOut, ...found } = candidate
    const { candidate: taken, instead, isAgreed } = await placed(found, place, options, context)
    const { title } = inLanguage(taken.pack, context.language)
    const { id, version } = taken.pack
    const isUpdate = here?.pack.id === id
    const asking = {
      question: isUpdate ? update.take(title, version) : add.take(title),
      sayYes: add.sayYes,
      declined: add.declined
    }
    if (isAgreed !== true && !(await askForConsent(asking, options, context)))
      return say(add.declined, options, context)
    report(install(taken, staging, context, instead), options, context)
    if (leftOut > 0) say(add.leftOut(leftOut), options, context)
    if (taken.pack.ownId !== undefined && here === undefined) say(twins.addedAs(taken.pack.ownId, id), options, context)
    say(isUpdate ? update.updated(id, version) : add.added(title, id), options, context)
    await offerClassSettings(taken.pack, here?.pack, options, context)
  })
}

function presentation(
  candidate: Candidate & { bytes: number },
  { here, isBundled }: { readonly here: Installed | undefined; readonly isBundled: boolean },
  options: GlobalOptions,
  context: Context
): string[] {
  const pack = inLanguage(candidate.pack, context.language)
  const { about, update } = context.words.packs
  const { sha256, bytes } = candidate
  const lines = aboutLines({ pack, source: cameFrom(candidate), sha256, size: bytes }, context)
  if (here !== undefined) {
    const summary = summaryLines(updateBetween(here.pack, candidate.pack, options, context), context)
    const from = update.from(pack.title, here.pack.version, pack.version)
    return [...lines, '', from, ...summary, ...classLines(pack, here.pack, context), '']
  }
  return [...lines, ...(isBundled ? ['', about.inPlaceOf] : []), ...classLines(pack, undefined, context), '']
}

function report(added: Installed, { json: isJson }: { readonly json?: boolean }, context: Context): void {
  const { source, exact, sha256 } = added
  const { id, version, title } = added.pack
  if (isJson === true) printJson({ id, version, title, source, exact, sha256 }, context)
}
