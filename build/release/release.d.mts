export function expectReleasable(folder: string, version: string | undefined): void
