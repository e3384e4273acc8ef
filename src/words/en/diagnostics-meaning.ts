/** What `pack check` says of names, references, conditions and prompts, in English. */
import { say, meant, oneOf } from './phrases.ts'
import type { Say } from './phrases.ts'

interface Name {
  name: string
}
interface Near {
  name: string
  near: string[]
}

const earlier = 'Refer to a prompt that comes before this one, or move one of the two.'

export const meaningDiagnostics = {
  'unknown-type': ({ name, known, near }: Near & { known: string[] }) =>
    say(`There is no type of prompt called "${name}".`, meant(near, `Write ${oneOf(known)}.`)),
  'same-exercise': ({ name, file }: Name & { file: string }) =>
    say(`Another exercise has the id "${name}" already, in ${file}.`, 'Give one of them another id.'),
  'duplicate-id': ({ name, line }: Name & { line: number }) =>
    say(`The id "${name}" is taken already, on line ${line}.`, 'Give one of the two another id.'),
  'reserved-id': ({ name }: Name) =>
    say(`"${name}" has a meaning of its own and cannot be an id here.`, 'Choose another word.'),
  'device-name': ({ name }: Name) =>
    say(`Windows keeps the name "${name}" for a device.`, 'Choose another name, such as one with a word before it.'),
  'repeated-option': ({ name, line }: Name & { line: number }) =>
    say(`"${name}" can be chosen already, on line ${line}.`, 'Take one of the two out, or word it differently.'),

  'bad-reference': ({ text }: { text: string }) =>
    say(`"${text}" is not the name of a prompt.`, 'Write prompt, prompt.part or exercise/prompt.'),
  'bad-quotation': ({ text }: { text: string }) =>
    say(
      `"${text}" quotes nothing.`,
      'Write {{prompt}}, {{exercise/prompt}} or {{prompt|words to use where there is no answer}}.'
    ),
  'quotation-not-here': ({ text }: { text: string }) =>
    say(
      `Learners will see "${text}" as it stands: answers are not quoted here.`,
      'Quote answers in ask, help, reading, discussion or template.'
    ),
  'unknown-prompt': ({ name, near }: Near) =>
    say(`There is no prompt "${name}" to refer to.`, meant(near, 'Check the name against the ids of the prompts.')),
  'unknown-exercise': ({ name, near }: Near) =>
    say(
      `There is no exercise "${name}" in this pack.`,
      meant(near, 'Check the name against the ids of the exercises.')
    ),
  'unknown-part': ({ part, near, known }: { part: string; near: string[]; known: string[] }) =>
    say(
      `The prompt has no part called "${part}".`,
      meant(near, known.length === 0 ? 'Refer to the whole answer, without a dot.' : `Its parts are ${oneOf(known)}.`)
    ),
  'own-prompt': ({ name }: Name) =>
    say(`The prompt refers to its own answer, "${name}", which is not there yet.`, earlier),
  'later-prompt': ({ name }: Name) => say(`"${name}" comes later, so its answer is not there yet.`, earlier),
  'later-exercise': ({ name }: Name) =>
    say(
      `The exercise "${name}" comes later in the pack, so many learners will have no answer there yet.`,
      'Give words to use where there is none, or change the order of the exercises.'
    ),
  'nothing-to-quote': ({ name, type }: Name & { type: string }) =>
    say(`"${name}" is a ${type} and has no answer of its own.`, 'Refer to a prompt that is answered.'),
  'not-an-earlier-prompt': ({ text }: { text: string }) =>
    say(
      `"${text}" is not a prompt of this exercise.`,
      'Write the id of an earlier prompt of this exercise, and nothing else.'
    ),
  'offers-nothing': ({ name, type }: Name & { type: string }) =>
    say(
      `"${name}" is a ${type} and offers nothing to choose from.`,
      'Take items from a list, a choice, choices, a ranking, a table, or a scale with statements.'
    ),

  'condition-too-deep': ({ limit }: { limit: number }) =>
    say(`This condition is nested more than ${limit} deep.`, 'Say it with fewer of "all", "any" and "not".'),
  'never-answered': ({ name }: Name) =>
    say(`"${name}" is never answered, so this condition can never hold.`, 'Compare a prompt that is answered.'),
  'cannot-be-asked': ({ operator, name, known }: Name & { operator: string; known: string[] }) =>
    say(`"${operator}" cannot be asked of the answer to "${name}".`, `It can be asked with ${oneOf(known)}.`),
  'unknown-option': ({ name, near }: Near) =>
    say(`"${name}" is not one of the options, so this can never hold.`, meant(near, 'Write the id of an option.')),
  'out-of-reach': ({ min, max }: { min: number | null; max: number | null }) =>
    say(`No answer can be like this: it lies ${range(min, max)}.`, 'Compare with a value that an answer can have.'),
  'never-true': ({ name }: Name) =>
    say(
      `What is demanded of "${name}" contradicts itself, so the prompt is never shown.`,
      'Use "any" if one of the demands is enough.'
    ),

  'empty-range': ({ low, high }: { low: string; high: string }) =>
    say(`Nothing lies between ${low} and ${high}.`, 'Put the smaller one first.'),
  'either-or': ({ one, other }: { one: string; other: string }) =>
    say(`There are both "${one}" and "${other}" here.`, 'Keep one of the two.'),
  'no-options': () => say('There is not enough to choose from.', 'Add options, one a line after a dash.'),
  'options-for-nothing': ({ type }: { type: string }) =>
    say(`A column of type ${type} has no options.`, 'Write "type: choice", or take the options out.'),
  'too-many-picks': ({ count }: { count: number }) =>
    say(`There are only ${count} to pick from.`, 'Write a smaller number, or add options.'),
  'follow-up-without-options': () =>
    say(
      'There are no options that the follow-up could wait for.',
      'Take "when" out: the follow-up is asked after any answer.'
    ),
  'label-off-scale': ({ label, from, to }: { label: string; from: number; to: number }) =>
    say(`"${label}" is not on the scale, which goes from ${from} to ${to}.`, 'Label whole numbers of the scale only.'),
  'no-column': () => say('The table has no column.', 'Add one under "columns", with id, title and type.'),
  'no-rows': () =>
    say('The table has no rows, and learners cannot add any.', 'Write "rows", "rows_from" or "add_rows".'),
  'no-gap': () => say('There is no gap to fill in.', 'Write a gap as {name}, and describe it under "gaps".'),
  'unknown-gap': ({ name }: Name) =>
    say(`The gap "${name}" is not described.`, 'Describe it under "gaps", with an "ask".'),
  'unused-gap': ({ name }: Name) =>
    say(`The gap "${name}" does not stand in the template.`, `Put {${name}} into the template, or take it out here.`),

  'repeated-in-route': ({ name }: Name) => say(`"${name}" is on this route twice.`, 'Keep it once.'),
  'revisits-itself': () => say('An exercise cannot wait for itself.', 'Name another exercise.'),
  'revisits-in-a-circle': ({ name }: Name) =>
    say(`"${name}" waits for this exercise in its turn, so neither ever opens.`, 'Take one of the two "revisit" out.'),

  'long-ask': ({ words, most }: { words: number; most: number }) =>
    say(`The question has ${words} words.`, `Keep it to ${most}, and move the rest to "help".`),
  'two-questions': () =>
    say('The prompt asks more than one question.', 'Make a prompt of each, or move one to "help".'),
  'no-minutes': () => say('The exercise does not say how long it takes.', 'Add "minutes:" with a number.')
} satisfies Record<string, Say>

function range(min: number | null, max: number | null): string {
  if (min === null) return `at ${max ?? ''} or below`
  return max === null ? `at ${min} or above` : `between ${min} and ${max}`
}
