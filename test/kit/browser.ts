import { execFile } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { isLong } from './long.ts'
import { needProgram } from './needs.ts'

const run = promisify(execFile)

interface Look {
  readonly width: number
  readonly scheme: 'light' | 'dark'
}

/** A phone in the dark, and in a long run a wide screen by day as well. */
const looks: readonly Look[] = [
  { width: 320, scheme: 'dark' },
  ...(isLong ? [{ width: 1200, scheme: 'light' } as const] : [])
]

/**
 * What axe-core finds wrong with a page, as `rule: elements`. The page's own policy, which allows no script, is set aside.
 */
export async function axeViolations(html: string): Promise<string[]> {
  const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const report = `axe.run().then(({ violations }) => {
    document.title = 'done'
    document.body.textContent = 'AXE' + encodeURIComponent(JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' ')))) + 'EXA'
  })`
  const page = html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace('</body>', () => `<script>${axe}</script><script>${report}</script></body>`)
  const violations: string[] = []
  for (const look of looks) {
    const [, found] = /AXE(.*?)EXA/s.exec(await domOf(page, look)) ?? []
    if (found === undefined) throw new Error('axe did not finish')
    violations.push(...(JSON.parse(decodeURIComponent(found)) as string[]))
  }
  return violations
}

/** The page as a browser has it once it is at rest. */
async function domOf(html: string, { width, scheme }: Look): Promise<string> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-browser-'))
  try {
    const file = path.join(dir, 'page.html')
    fs.writeFileSync(file, html)
    const { stdout } = await run(
      // Debian's, or whatever else of its kind is here.
      needProgram('chromium', 'chromium-browser', 'google-chrome'),
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        `--user-data-dir=${path.join(dir, 'profile')}`,
        `--window-size=${width},900`,
        `--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1}`,
        '--virtual-time-budget=30000',
        '--dump-dom',
        `file://${file}`
      ],
      { maxBuffer: 100_000_000 }
    )
    return stdout
  } finally {
    fs.rmSync(dir, { recursive: true, force: true })
  }
}
