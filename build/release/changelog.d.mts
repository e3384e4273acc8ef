export function releasedChangelog(changelog: string, version: string, day: string): string
export function changesIn(changelog: string, version: string): string
