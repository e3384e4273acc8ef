export function debPackage(): { readonly name: string; readonly bytes: Uint8Array }
