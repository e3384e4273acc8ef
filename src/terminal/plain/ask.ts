import type { Prompt } from '../../questions/shared/model.ts'
import type { Asked, Told } from '../renderer.ts'
import { Desk, Turn } from './io/question-io.ts'
import { helpFor, Questioning, toldOf } from './ask-question.ts'
import type { Study } from './ask-question.ts'

/** Asks one question until it is answered or left; whatever was typed is in the draft by then. */
export async function ask(asked: Asked, study: Study): Promise<Told> {
  const { prompt } = asked
  await introduce(asked, study)
  if (prompt.type === 'note' || (prompt.type === 'recall' && !prompt.reword)) return look(prompt, study)
  const questioning = new Questioning({ ...asked, prompt }, study)
  questioning.showEarlier()
  for (;;) {
    const told = await questioning.round()
    if (told !== undefined) return told
    await study.voice.read(prompt.ask)
  }
}

async function introduce({ prompt, progress, private: isPrivate }: Asked, { voice, words }: Study): Promise<void> {
  const said = words.walk.plain
  voice.pause()
  if (progress !== undefined) voice.say(said.progress(progress.question, progress.of, progress.minutesLeft))
  if (isPrivate) voice.say(said.isPrivate)
  await voice.read(prompt.ask)
  if (prompt.type === 'recall' && prompt.shown !== undefined) voice.quote(prompt.shown)
}

/** Something that is only read. */
async function look(prompt: Prompt, study: Study): Promise<Told> {
  const desk = new Desk(study, { ...helpFor(prompt, study), ways: ['back', 'skip', 'overview', 'review'] })
  study.voice.say(study.words.walk.plain.goOn)
  try {
    await desk.goOn()
    return { kind: 'seen' }
  } catch (turn) {
    if (!(turn instanceof Turn)) throw turn
    return turn.way === 'skip' ? { kind: 'seen' } : toldOf(turn.way, undefined)
  }
}
