import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import { nearest } from '../../text/suggest.ts'
import { bundledPacks } from '../../pack/bundled/bundled.ts'
import { installedPacks } from '../../pack/installed/read.ts'
import type { Installed } from '../../pack/installed/list.ts'

/**
 * The installed pack that a name means: its id, or the only one that begins so. `bundled` words what cannot be done to
 * a pack that comes with the program.
 *
 * @throws UsageError where there is none.
 */
export async function installedPack(
  name: string,
  bundled: (id: string) => string,
  context: Context
): Promise<Installed> {
  const { packs, problem } = await installedPacks(context)
  if (problem !== undefined) throw new UsageError(problem)
  const begun = packs.filter(({ pack }) => pack.id.startsWith(name))
  const found = packs.find(({ pack }) => pack.id === name) ?? (begun.length === 1 ? begun[0] : undefined)
  if (found !== undefined) return found
  const own = (await bundledPacks(context.installDir)).find(({ id }) => id === name)
  if (own !== undefined) throw new UsageError(bundled(own.id))
  const near = nearest(
    name,
    packs.map(({ pack }) => pack.id)
  )
  throw new UsageError(context.words.commands.list.unknownPack(name, near))
}
