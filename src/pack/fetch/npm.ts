import type { Context } from '../../context.ts'
import type { Staging } from '../installed/staging.ts'
import { packThroughNpm } from './npm-program.ts'
import { fetchFromRegistry } from './registry.ts'

/** A package as a learner asks for it: a name, and a version, a range of them or a tag. */
export interface Wanted {
  readonly name: string
  readonly range: string
}

/** A package from the registry: its archive, and the name and version that it turned out to be. */
export interface Packed {
  readonly bytes: Uint8Array
  readonly exact: string
}

/**
 * Fetches a package's archive. The learner's own npm does it where there is one, for it knows their registries, tokens
 * and proxies, and checks the archive's integrity; no script of the package is run. Without npm the registry of their
 * settings is asked directly.
 *
 * @throws ReflectError with one sentence that says what kept it.
 */
export async function fetchPackage(
  wanted: Wanted,
  staging: Staging,
  context: Pick<Context, 'env' | 'homeDir' | 'platform' | 'words'>
): Promise<Packed> {
  return (await packThroughNpm(wanted, staging, context)) ?? fetchFromRegistry(wanted, context)
}
