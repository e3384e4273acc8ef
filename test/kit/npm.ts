import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { isWindows, needProgram } from './needs.ts'

/** Runs npm, and returns what it prints. Not synchronously: a registry may be in this process. On Windows, npm is a script. */
export async function runNpm(
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv }
): Promise<string> {
  needProgram('npm')
  return (await promisify(execFile)('npm', [...args], { ...options, encoding: 'utf8', shell: isWindows })).stdout
}
