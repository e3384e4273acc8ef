import type { Context } from '../../context.ts'
import type { Pack } from '../../pack/model.ts'
import type { PackPreviewOptions } from './preview.ts'
export async function writePage(
  _pack: Pack,
  _name: string,
  _options: PackPreviewOptions,
  _context: Context
): Promise<void> {}
