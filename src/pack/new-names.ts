import { attachedIn, attachedNamed } from '../questions/shared/attached.ts'
import { identityLists, isSourceKey, offeredList, withIds } from '../questions/index.ts'
import type { Condition, Derived, Prompt, Reference, Source, Test, Wording } from '../questions/shared/model.ts'
import { formatReference, formatSource, isDerived, parseSource } from '../questions/shared/reference.ts'
import { isRecord, present } from '../util/records.ts'
import type { Exercise, Pack, Passage } from './model.ts'
import { newExercise, newIds, newPart, newPrompt } from './renames.ts'

/**
 * The exercises of an earlier version of a pack, with the present names of all that they refer to and of the parts of their prompts:
 * a rename is not a change of what refers to it. Exercises and prompts themselves keep their ids.
 */
export function inNewNames(before: Pick<Pack, 'exercises'>, after: Pick<Pack, 'renamed' | 'retired'>): Exercise[] {
  return before.exercises.map((exercise) => new Renaming(exercise.id, before, after).exercise(exercise))
}

class Renaming {
  readonly #here: string
  readonly #prompts: ReadonlyMap<string, Prompt>
  readonly #pack: Pick<Pack, 'renamed' | 'retired'>

  constructor(here: string, { exercises }: Pick<Pack, 'exercises'>, pack: Pick<Pack, 'renamed' | 'retired'>) {
    this.#here = here
    this.#pack = pack
    this.#prompts = new Map(
      exercises.flatMap(({ id, prompts }) => prompts.map((prompt) => [`${id}/${prompt.id}`, prompt]))
    )
  }

  exercise(exercise: Exercise): Exercise {
    const { reading, discussion } = exercise
    const whole = {
      ...exercise,
      ...present({ reading: this.#passage(reading), discussion: this.#passage(discussion) }),
      prompts: exercise.prompts.map((prompt) => this.#prompt(prompt))
    }
    const renamed: Exercise = JSON.parse(
      JSON.stringify(whole, (key, value: unknown) => {
        if (typeof value === 'string')
          return isSourceKey(key) ? formatReference(this.#reference({ prompt: value })) : this.#text(value)
        if (isDerivedValue(value)) return this.#derived(value)
        return isReference(value) ? this.#reference(value) : value
      })
    )
    return renamed
  }

  /** The prompt with the present ids of its parts, and of the options in its condition. */
  #prompt(prompt: Prompt): Prompt {
    const newId = newIds(this.#here, prompt, this.#pack)
    const renamed = newId === undefined ? prompt : withIds(prompt, newId)
    const { when, wordings } = prompt
    return {
      ...renamed,
      ...(when === undefined ? {} : { when: this.#condition(when) }),
      ...(wordings === undefined ? {} : { wordings: this.#allWordings(wordings) })
    }
  }

  #allWordings({ ask, help, example }: NonNullable<Prompt['wordings']>): NonNullable<Prompt['wordings']> {
    const renamed = (list: readonly Wording[] | undefined) => list && this.#wordings(list)
    return present({ ask: renamed(ask), help: renamed(help), example: renamed(example) })
  }

  #wordings(wordings: readonly Wording[]): readonly Wording[] {
    return wordings.map((wording) =>
      wording.when === undefined ? wording : { ...wording, when: this.#condition(wording.when) }
    )
  }

  #passage(passage: Passage | undefined): Passage | undefined {
    return typeof passage === 'object' ? this.#wordings(passage) : passage
  }

  #condition(condition: Condition): Condition {
    if ('all' in condition) return { all: condition.all.map((part) => this.#condition(part)) }
    if ('any' in condition) return { any: condition.any.map((part) => this.#condition(part)) }
    if ('not' in condition) return { not: this.#condition(condition.not) }
    if ('under' in condition) return condition
    return { of: condition.of, test: this.#test(condition.test, condition.of) }
  }

  /** A derived value names the options or rows of its first prompt. */
  #test(test: Test, source: Source): Test {
    const of = isDerived(source) ? source.of[0] : source
    const named = of && this.#named(of)
    const list = named && offeredList(named)
    const now = <V>(id: V) =>
      typeof id === 'string' && of !== undefined && list !== undefined ? this.#part(of, list, id) : id
    if ('is' in test) return { is: now(test.is) }
    if ('has' in test) return { has: now(test.has) }
    return 'in' in test ? { in: test.in.map(now) } : test
  }

  /** The value of a cell is renamed with the options of its column, and an exercise since which days are counted. */
  #derived({ derive, of, is }: Derived): Derived {
    const [first] = of
    const now = first === undefined || is === undefined ? is : this.#cell(first, is)
    return { derive, of: of.map((reference) => this.#derivedFrom(derive, reference)), ...present({ is: now }) }
  }

  /** The present id of an option of a column. */
  #cell({ exercise = this.#here, prompt, part }: Reference, option: string): string {
    const path = newPart(exercise, prompt, `columns.${part}.${option}`, this.#pack)
    return path?.split('.').slice(2).join('.') ?? option
  }

  #derivedFrom(derive: Derived['derive'], reference: Reference): Reference {
    const isExercise = derive === 'days' && reference.exercise === undefined && this.#named(reference) === undefined
    return isExercise ? { prompt: newExercise(reference.prompt, this.#pack) } : this.#reference(reference)
  }

  #reference(reference: Reference): Reference {
    const { exercise = this.#here, prompt, part } = reference
    const attached = attachedNamed(reference) ?? prompt
    const whole = this.#prompts.has(`${exercise}/${attached}`) ? attached : prompt
    const [place = '', name = whole] = newPrompt(exercise, whole, this.#pack).split('/')
    const { prompt: parent, key } = attachedIn(name) ?? { prompt: name }
    const here = newExercise(this.#here, this.#pack)
    // With its own name, an exercise means its previous run.
    const isPrevious = reference.exercise !== undefined && newExercise(reference.exercise, this.#pack) === here
    return present({
      exercise: place === here && !isPrevious ? undefined : place,
      prompt: parent,
      part: part === undefined || whole !== prompt ? key : this.#partOf(reference, part)
    })
  }

  /** The present name of a part that a condition or a quotation names: a statement or a gap. */
  #partOf(reference: Reference, part: string): string {
    const named = this.#named(reference)
    const list = named && identityLists(named)[0]
    return list === undefined ? part : this.#part(reference, list, part)
  }

  /** The present id of a part in a list of a prompt. */
  #part({ exercise = this.#here, prompt }: Reference, list: string, id: string): string {
    return newPart(exercise, prompt, `${list}.${id}`, this.#pack)?.slice(list.length + 1) ?? id
  }

  #named({ exercise = this.#here, prompt }: Reference): Prompt | undefined {
    return this.#prompts.get(`${exercise}/${prompt}`)
  }

  /** The text with each name in its `{{quotations}}` replaced. */
  #text(text: string): string {
    return text.replaceAll(/\{\{([^{}|]*)/g, (whole, name: string) => {
      const source = parseSource(name)
      if (source === undefined) return whole
      return `{{${formatSource(isDerived(source) ? this.#derived(source) : this.#reference(source))}`
    })
  }
}

function isDerivedValue(value: unknown): value is Derived {
  return isRecord(value) && typeof value['derive'] === 'string' && Array.isArray(value['of'])
}

function isReference(value: unknown): value is Reference {
  return isRecord(value) && typeof value['prompt'] === 'string'
}
