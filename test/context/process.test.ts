import { expect, it } from 'vitest'
import { run, script } from '../journal/kit/processes.ts'

it.each([
  ['SIGBREAK', 130],
  ['SIGTERM', 143]
])(
  '%s ends the process after its hooks, unless another program has the terminal and a key sent it',
  async (signal, code) => {
    const file = await script(`
    import { processContext } from 'SRC/context/process.ts'
    const { onExit, withTerminalReleased } = processContext('.')
    onExit(() => console.log('saved'))
    if ('${signal}' === 'SIGBREAK') await withTerminalReleased(async () => process.emit('SIGBREAK'))
    console.log('goes on')
    process.emit('${signal}')
    console.log('never')
  `)
    expect(await run(file)).toMatchObject({ code, out: 'goes on\nsaved\n' })
  }
)
