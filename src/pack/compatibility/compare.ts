import { attachedIn } from '../../questions/shared/attached.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import type { Report, SourceSpan } from '../diagnostic.ts'
import { inNewNames } from '../new-names.ts'
import { privatePrompts } from '../privacy.ts'
import { newExercise, newPrompt } from '../renames.ts'
import { headOf, at } from '../yaml/tree.ts'
import { isPromptRetired, reportGone } from './gone.ts'
import { lossesOf, type Loss } from './losses.ts'
import { compareSemver } from '../semver.ts'
import { outlineAt, promptAt, spanOf, type Versions } from './versions.ts'

/** Reports what answers to an earlier version lose in this one, unless its manifest says what became of it. */
export function compareVersions(versions: Versions): void {
  const { before, pack, outline } = versions
  const { node, report } = outline.manifest
  const version = at(node, 'version')
  if (version !== undefined && compareSemver(pack.version, before.version) <= 0)
    report('version-not-raised', headOf(version), { now: pack.version, before: before.version })
  const renames = reportGone(versions)
  const isPrivate = privatePrompts(pack.exercises)
  const wasPrivate = privatePrompts(before.exercises)
  for (const exercise of inNewNames(before, renames)) {
    const reported = new Set<string>()
    for (const prompt of exercise.prompts) {
      if (isPromptRetired(exercise.id, prompt.id, renames)) continue
      const name = newPrompt(exercise.id, prompt.id, renames)
      const isPublicNow = wasPrivate.has(`${exercise.id}/${prompt.id}`) && !isPrivate.has(name)
      if (!name.startsWith(`${newExercise(exercise.id, renames)}/`))
        reportMove(`${exercise.id}/${prompt.id}`, name, versions)
      comparePrompt(prompt, name, isPublicNow, reported, versions)
    }
  }
}

/** Reports the losses of a prompt. An attached question shares condition and privacy with its prompt, so they are reported once. */
function comparePrompt(
  before: Prompt,
  name: string,
  isPublicNow: boolean,
  reported: Set<string>,
  { pack, outline }: Versions
): void {
  const now = promptAt(name, pack)
  const place = outlineAt(name, outline)
  if (now === undefined || place === undefined) return
  const attached = attachedIn(name)
  for (const loss of lossesOf({ before, now, name, isPublicNow })) {
    reported.add(`${name} ${loss.code}`)
    if (attached !== undefined && reported.has(`${attached.prompt} ${loss.code}`)) continue
    const keys = attached === undefined ? loss.place : [attached.key, ...loss.place]
    reportLoss(loss, spanOf(place.node, keys), place.report)
  }
}

/** An attached question moves with its prompt, so it is not named. */
function reportMove(name: string, now: string, { pack, outline }: Versions): void {
  const place = outlineAt(now, outline)
  if (place === undefined || promptAt(now, pack) === undefined || attachedIn(name) !== undefined) return
  place.report('moved-away', spanOf(place.node, ['id']), { name, now })
}

function reportLoss<L extends Loss>({ code, details }: L, span: SourceSpan, report: Report): void {
  report(code, span, details)
}
