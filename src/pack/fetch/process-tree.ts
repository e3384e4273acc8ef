import { execFile, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'

/** What a program and all its children use: bytes of memory, and seconds of CPU time. */
export interface Usage {
  readonly memory: number
  readonly seconds: number
}

const NOTHING: Usage = { memory: 0, seconds: 0 }
/** The longest time that `taskkill` or `ps` may take. Milliseconds. */
const TIMEOUT = 5000

/** Whether a program can be the first of a process group. */
export const hasGroups = (platform: NodeJS.Platform): boolean => platform !== 'win32'

/** Kills a program and its children. Except on Windows it must have been spawned `detached`, as the first of a process group. */
export function killTree(pid: number, platform = process.platform): void {
  try {
    if (hasGroups(platform)) process.kill(-pid, 'SIGKILL')
    else if (!killedOnWindows(pid)) process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

/** Children that outlive their parent are not found. False if `taskkill` cannot be run, or fails. */
function killedOnWindows(pid: number): boolean {
  // By its path, so that nothing in the current folder is run.
  const taskkill = path.join(process.env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', 'taskkill.exe')
  const args = ['/PID', String(pid), '/T', '/F']
  return spawnSync(taskkill, args, { windowsHide: true, stdio: 'ignore', timeout: TIMEOUT }).status === 0
}

/**
 * A function that gives what a program and its children use at the moment: from /proc on Linux, elsewhere from `ps`, less often. On Windows
 * it gives nothing, because no program there tells it quickly.
 */
export function usageWatch(pid: number, platform = process.platform): () => Usage {
  if (platform === 'win32') return () => NOTHING
  return platform === 'linux' ? () => usageInProc(pid) : psWatch(pid)
}

const TICKS_PER_SECOND = 100

/** Sources: proc(5). */
function usageInProc(pid: number): Usage {
  try {
    const [, resident = '0'] = /^VmRSS:\s*(\d+) kB$/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'latin1')) ?? []
    // The name in parentheses may contain anything. Fields 12 and 13 after it are ticks in user and kernel mode.
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? []
    const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').match(/\d+/g) ?? []
    const own = {
      memory: Number(resident) * 1024,
      seconds: (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_PER_SECOND
    }
    return sum([own, ...children.map((child) => usageInProc(Number(child)))])
  } catch {
    return NOTHING
  }
}

function sum(all: readonly Usage[]): Usage {
  return all.reduce(
    (total, one) => ({ memory: total.memory + one.memory, seconds: total.seconds + one.seconds }),
    NOTHING
  )
}

/** Milliseconds between two runs of `ps`. */
const PAUSE = 250

function psWatch(pid: number): () => Usage {
  let latest = NOTHING
  let next = 0
  return () => {
    if (performance.now() < next) return latest
    next = Infinity
    execFile('ps', ['-A', '-o', 'pid=,ppid=,rss=,time='], { timeout: TIMEOUT }, (error, table) => {
      next = performance.now() + PAUSE
      if (error === null) latest = usageInTable(table, pid)
    })
    return latest
  }
}

/** What a program and its children use by the columns `pid=,ppid=,rss=,time=` of POSIX's `ps`. */
export function usageInTable(table: string, pid: number): Usage {
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/))
  const usageBelow = (id: string): Usage => {
    const own = rows.find(([each]) => each === id)
    const children = rows.filter(([each, parent]) => parent === id && each !== id)
    const [, , kilobytes = 0, time = ''] = own ?? []
    return sum([
      { memory: Number(kilobytes) * 1024, seconds: secondsIn(time) },
      ...children.map(([child = '']) => usageBelow(child))
    ])
  }
  return usageBelow(String(pid))
}

/** Seconds of `[[days-]hours:]minutes:seconds`, with fractions on macOS. */
function secondsIn(time: string): number {
  const [clock = '', days = '0'] = time.split('-').toReversed()
  return clock.split(':').reduce((total, part) => total * 60 + Number(part), 0) + Number(days) * 86_400
}
