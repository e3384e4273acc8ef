import type { Context } from '../../context/context.ts'
import type { Staging } from './staging.ts'
import type { Packed, Wanted } from './npm-package.ts'
import { packThroughNpm } from './npm-program.ts'
import { fetchFromRegistry } from './registry.ts'

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
