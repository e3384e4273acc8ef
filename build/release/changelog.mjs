/** What `CHANGELOG.md` says of a version. The newest section is the first; until a release its title is "Unreleased". */

const UNRELEASED = /^## Unreleased\n+([^]*?)(?=^## |$(?![^]))/m

/**
 * The changelog in which what is new belongs to a version.
 *
 * @param {string} changelog
 * @param {string} version
 * @param {string} day as `2026-11-28`.
 * @returns {string}
 * @throws Error if nothing is new.
 */
export function releasedChangelog(changelog, version, day) {
  if ((UNRELEASED.exec(changelog)?.[1] ?? '').trim() === '')
    throw new Error(
      'CHANGELOG.md says nothing under "## Unreleased". Write there what changes for the people who use the program.'
    )
  return changelog.replace(/^## Unreleased$/m, `## ${version} (${day})`)
}

/**
 * What is new in a version, without its heading.
 *
 * @param {string} changelog as `releasedChangelog` returns it.
 * @param {string} version
 * @returns {string}
 */
export function changesIn(changelog, version) {
  const sections = changelog.split(/^(?=## )/m)
  const section = sections.find((each) => each.startsWith(`## ${version} `)) ?? ''
  return section.replace(/^.*\n+/, '').trimEnd()
}
