export function verifySignature(binary: Uint8Array, target: { readonly platform: string; readonly name: string }): void
