export function manifests(address: string, checksumOf: (name: string) => string): Record<string, string>
