import { join } from 'node:path'
import { addUnits } from '../dates/calendar.ts'
import { dayOf } from '../dates/time.ts'
import { onDay } from '../dates/zones.ts'
import { encodeEntry } from '../entry/codec.ts'
import { withHead } from '../entry/front-matter.ts'
import type { Entry, EntryHead } from '../entry/model.ts'
import { ensureFolder, moveToNew, replaceFile } from '../storage/atomic-write.ts'
import { present } from '../util/records.ts'
import { readWhole } from './conflict-write.ts'
import { entryNames, isUsualPlace, pathIn, yearOf } from './names.ts'

/** An entry whose day was changed, and its file now. */
interface Changed {
  readonly entry: Entry
  readonly file: string
}

/**
 * Changes the day of an entry: its start, and its finish by the same number of days. A finished entry's file at its usual place goes to
 * its new usual place; any other file stays where it is. The caller holds the journal's lock. A crash
 * leaves the entry with the old or with the new day, at one of the two places or with the same bytes at both.
 *
 * @param dir the journal's folder.
 * @param day `YYYY-MM-DD`.
 */
export function changeDay(dir: string, file: string, day: string): Changed {
  const { entry } = readWhole(file)
  const changed = withHead(entry, headOnDay(entry.head, day))
  const { head } = changed
  replaceFile(file, encodeEntry(changed))
  if (head.status === 'draft' || !isUsualPlace(pathIn(dir, file), entry.head)) return { entry: changed, file }
  const folder = join(dir, yearOf(head))
  ensureFolder(folder, dir)
  return { entry: changed, file: moveToNew(file, folder, entryNames(head)) }
}

function headOnDay(head: EntryHead, day: string): EntryHead {
  const { started, finished, zone } = head
  const days = Math.round((Date.parse(day) - Date.parse(dayOf(started))) / 86_400_000)
  const moved = finished && onDay(finished, addUnits(dayOf(finished), 'day', days), zone)
  return { ...head, started: onDay(started, day, zone), ...present({ finished: moved }) }
}
