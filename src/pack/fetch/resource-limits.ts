import fs from 'node:fs'

/** What a program takes of the computer, with all that it has started. */
interface Usage {
  /** Bytes in memory. */
  readonly memory: number
  /** Of computing. */
  readonly seconds: number
}

const TICKS_A_SECOND = 100

/** What a process takes, and those that it has started; nothing where the system does not tell (Linux does: proc(5)). */
export function usageOf(pid: number): Usage {
  try {
    const [, resident = '0'] = /^VmRSS:\s*(\d+) kB$/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'latin1')) ?? []
    // Behind the program's name, which may hold anything: the 12th and 13th are ticks in user and in kernel mode.
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? []
    const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').match(/\d+/g) ?? []
    const own = {
      memory: Number(resident) * 1024,
      seconds: (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_A_SECOND
    }
    return children.map((child) => usageOf(Number(child))).reduce(sum, own)
  } catch {
    return { memory: 0, seconds: 0 }
  }
}

function sum(one: Usage, other: Usage): Usage {
  return { memory: one.memory + other.memory, seconds: one.seconds + other.seconds }
}
