import type { PackFile } from '../../src/pack/model.ts'
import { file } from './packs.ts'

/** Makes a pack with every kind of text, each of them by `say`. */
export function everyText(say: (words: string) => string): Record<string, unknown> {
  const option = (label: string) => ({ label: say(label), note: say(`${label}, in full`) })
  return {
    format: 2,
    id: 'my-pack',
    version: '1.0.0',
    title: say('My pack'),
    summary: say('What it is for.'),
    language: 'en-GB',
    routes: { short: { title: say('Half an hour'), exercises: ['one'] } },
    sections: { first: { title: say('Week 1'), exercises: ['one'] } },
    class: { name: say('Group B') },
    outcomes: { lo1: say('Describe a thing.') },
    glossary: { value: say('What it is worth.') },
    option_lists: {
      known: [
        { id: 'told', ...option('Told') },
        { id: 'seen', label: say('Seen') }
      ]
    },
    scales: { sure: { from: 1, to: 5, labels: { 1: say('Not'), 5: say('Quite') } } },
    exercises: [
      {
        id: 'one',
        title: say('One'),
        purpose: say('Look.'),
        minutes: 5,
        outcomes: ['lo1'],
        reading: say('Read *this*.\n\nThen go on.'),
        prompts: [
          {
            id: 'what',
            title: say('The thing'),
            ask: [{ when: { times: 0 }, text: say('What happened?') }, { text: say('And now?') }],
            help: say('Look around.'),
            example: [
              { text: say('A bell.'), rotate: true },
              { text: say('A door.'), rotate: true }
            ],
            start_with: say('It was'),
            more: { under: 5, ask: say('Say more.') }
          },
          {
            id: 'role',
            type: 'choice',
            ask: say('Who?'),
            follow_up: say('Why?'),
            options: [
              { id: 'led', ...option('I led') },
              { id: 'not', label: say('Not I') }
            ]
          },
          { id: 'ways', type: 'choices', ask: say('How?'), options: 'known' },
          {
            id: 'order',
            type: 'ranking',
            ask: say('Order them.'),
            options: [
              { id: 'a', label: say('First') },
              { id: 'b', label: say('Last') }
            ]
          },
          {
            id: 'sure',
            type: 'scale',
            ask: say('Sure?'),
            scale: 'sure',
            statements: [{ id: 'fair', text: say('Fair') }]
          },
          {
            id: 'far',
            type: 'scale',
            ask: say('Far?'),
            from: 1,
            to: 3,
            labels: { 1: say('Near') },
            statements: [{ id: 'open', text: say('Open'), labels: { 1: say('tells'), 3: say('asks') } }]
          },
          {
            id: 'people',
            type: 'table',
            ask: say('Who was there?'),
            row_title: say('Person'),
            columns: [
              { id: 'say', title: say('Words') },
              {
                id: 'part',
                title: say('Part'),
                type: 'choice',
                options: [
                  { id: 'for', ...option('For') },
                  { id: 'no', label: say('Against') }
                ]
              }
            ],
            rows: [{ id: 'boss', ...option('Boss') }]
          },
          {
            id: 'whole',
            type: 'sentence',
            ask: say('Complete it.'),
            template: `${say('Go')} {who} {do}`,
            gaps: { who: { ask: say('Which?'), example: say('Ann') }, do: { ask: say('Do?') } }
          },
          { id: 'plan', type: 'plan', ask: say('Plan.'), if_label: say('If'), then_label: say('then I') },
          { id: 'hours', type: 'number', ask: say('How long?'), unit: say('hours') },
          {
            id: 'pick',
            type: 'one-of',
            ask: say('Choose.'),
            prompts: [
              { id: 'x', title: say('Door'), ask: say('Ask x.') },
              { id: 'y', title: say('Gate'), ask: say('Ask y.') }
            ]
          }
        ],
        discussion: [{ text: say('Well.') }, { when: { role: 'led' }, text: say('You led.') }]
      }
    ]
  }
}

/** The files of a pack: the manifest as JSON, which is YAML, with the exercises in files of their own. */
export function filesOf(pack: Record<string, unknown>): PackFile[] {
  const exercises = Object.entries(pack['exercises'] ?? {}).map(([, exercise]) => exercise)
  const names = exercises.map((_, index) => `exercise-${index}.yaml`)
  return [
    file('pack.yaml', JSON.stringify({ ...pack, exercises: names })),
    ...exercises.map((exercise, index) => file(names[index] ?? '', JSON.stringify(exercise)))
  ]
}

/** The same text with words in place of the marks for what is not translated; gaps stay. */
export function filled(text: string, word = (number: number) => `Gair ${number}`): string {
  let number = 0
  const isBlock = (line: string) => /^ *…$/.test(line)
  return text.replaceAll(/^(?! *#).*…$/gm, (line, _, all: string) => {
    const words = /template: \|\n *$/.test(all.slice(0, _)) ? `{do} {who} ${++number}` : word(++number)
    return line.slice(0, -1) + (isBlock(line) ? words : JSON.stringify(words).replace(/^"([\w ]*)"$/, '$1'))
  })
}
