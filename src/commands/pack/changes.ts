import type { Context } from '../../context/context.ts'
import type { Change } from '../../pack/installed/changes.ts'
import { visible } from '../../display/width.ts'
import { wrap } from '../../display/wrap.ts'

/** What learners notice of a new version, a line each, indented. */
export function changeLines(changes: readonly Change[], { stdout, words }: Context): string[] {
  const sentences = changes.length === 0 ? [words.packs.changes.none] : changes.map((change) => inWords(change, words))
  return sentences.flatMap((sentence) =>
    wrap(visible(sentence), Math.max(20, stdout.columns - 4)).map(
      (line, index) => `${index === 0 ? '  ' : '    '}${line}`
    )
  )
}

function inWords(change: Change, { packs: { changes } }: Context['words']): string {
  switch (change.what) {
    case 'exercise-added':
      return changes.exerciseAdded(change.title)
    case 'exercise-gone':
      return changes.exerciseGone(change.title)
    case 'exercise-renamed':
      return changes.exerciseRenamed(change.title, change.to)
    case 'exercise-retitled':
      return changes.exerciseRetitled(change.before, change.title)
    case 'reading-changed':
      return changes.readingChanged(change.title)
    case 'prompt-added':
      return changes.promptAdded(change.exerciseTitle, change.title)
    case 'prompt-gone':
      return changes.promptGone(change.exerciseTitle, change.title)
    case 'prompt-reworded':
      return changes.promptReworded(change.exerciseTitle, change.title)
    case 'prompt-changed':
      return changes.promptChanged(change.exerciseTitle, change.title)
    case 'prompt-renamed':
      return changes.promptRenamed(change.exerciseTitle, change.title)
    case 'translation-added':
      return changes.translationAdded(change.language)
    case 'translation-gone':
      return changes.translationGone(change.language)
    case 'translation-changed':
      return changes.translationChanged(change.language)
  }
}
