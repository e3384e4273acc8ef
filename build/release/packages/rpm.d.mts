export function rpmPackage(): { readonly name: string; readonly bytes: Uint8Array } | undefined
