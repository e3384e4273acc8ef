/** Days as people write them, read as `YYYY-MM-DD`. Pure. */

type Months = readonly (readonly string[])[]

/**
 * The day that the words name: 2026-11-23, 23/11/2026 (the day first, as in Britain), 23 November 2026,
 * 23rd of Nov 2026 or November 23, 2026. Undefined where they name none; whether the day exists is not looked at.
 * `months` are the names of the twelve, each in every form that is understood, in lower case.
 */
export function writtenDay(words: string, months: Months): string | undefined {
  const text = words.trim().toLowerCase()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso !== null) return written(iso[1], iso[2], iso[3])
  const british = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text)
  if (british !== null) return written(british[3], british[2], british[1])
  const dayFirst = /^(?:\p{L}+,? )?(\d{1,2})(?:\p{L}{1,4}|\.)? (?:\p{L}{1,2} )?(\p{L}+)\.?,? (\d{4})$/u.exec(text)
  if (dayFirst !== null) return written(dayFirst[3], monthOf(dayFirst[2], months), dayFirst[1])
  const monthFirst = /^(?:\p{L}+, )?(\p{L}+)\.? (\d{1,2})(?:\p{L}{1,4})?,? (\d{4})$/u.exec(text)
  if (monthFirst !== null) return written(monthFirst[3], monthOf(monthFirst[1], months), monthFirst[2])
  return undefined
}

/** The number of a month by its name or at least its first three letters. */
function monthOf(name: string | undefined, months: Months): string | undefined {
  const begun = (month: string) => name !== undefined && name.length >= 3 && month.startsWith(name)
  const index = months.findIndex((forms) => forms.some(begun))
  return index < 0 ? undefined : String(index + 1)
}

function written(year?: string, month?: string, day?: string): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
