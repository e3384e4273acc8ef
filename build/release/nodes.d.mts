/** A system and processor, and the npm package with its Node.js. */
export interface Target {
  readonly name: string
  readonly platform: 'linux' | 'win32' | 'darwin'
  readonly cpu: 'x64' | 'arm64'
  readonly package: string
  readonly integrity: string
}

export const nodeVersion: string
export const targets: readonly Target[]
