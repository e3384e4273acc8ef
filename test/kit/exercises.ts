import { begin, reply, start } from '../../src/interview/walk.ts'
import { view } from '../../src/interview/view.ts'
import type { InterviewContext } from '../../src/interview/view.ts'
import type { Reply, Walk } from '../../src/interview/model.ts'
import type { Exercise } from '../../src/pack/model.ts'
import type { Answer, Prompt } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'

/** An exercise of these prompts. */
function exerciseOf(prompts: readonly Prompt[], rest: Partial<Exercise> = {}): Exercise {
  return { id: 'try', title: 'Try', minutes: 12, prompts, ...rest }
}

/** A scene without earlier entries, or with those given. */
export function sceneOf(
  prompts: readonly Prompt[],
  earlier: InterviewContext['earlier'] = new Map()
): InterviewContext {
  return { exercise: exerciseOf(prompts), earlier, words: english.entry }
}

/** A text prompt. */
export function text(id: string, rest: object = {}): Prompt {
  return { type: 'text', id, ask: `Tell ${id}.`, ...rest }
}

/** The walk after these replies, from past the reading. */
export function walked(scene: InterviewContext, replies: readonly Reply[]): Walk {
  return replies.reduce((walk, told) => reply(scene, walk, told), start(scene, begin()))
}

/** Short for an answer. */
export function answer(value: Answer): Reply {
  return { kind: 'answer', answer: value }
}

/** The id of the prompt where a walk stands, or the name of the step. */
export function stands(walk: Walk): string {
  return walk.step.at === 'prompt' ? walk.step.id : walk.step.at
}

/** The ids of the visible prompts. */
export function visibleIds(scene: InterviewContext, walk: Walk): string[] {
  return view(scene, walk)
    .filter((seen) => seen.visible)
    .map(({ prompt }) => prompt.id)
}
