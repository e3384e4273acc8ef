import fs from 'node:fs'

/** Bytes of memory that a process and those that it has started hold; 0 where the system does not tell (Linux does). */
export function memoryOf(pid: number): number {
  try {
    const [, resident = '0'] = /^VmRSS:\s*(\d+) kB$/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'latin1')) ?? []
    const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').match(/\d+/g) ?? []
    return children.reduce((sum, child) => sum + memoryOf(Number(child)), Number(resident) * 1024)
  } catch {
    return 0
  }
}
