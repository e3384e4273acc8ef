import type * as English from '../en/index.ts'

/** What is said about the pictures of packs, in Welsh. */
export const pictures: typeof English.walk.pictures = {
  shown: (alt) => `Llun: ${alt}`,
  opened: (files) =>
    files.length === 1
      ? `Mae'r llun yn agor mewn ffenestr arall. Os nad yw, dyma lle mae'r llun: ${files.join()}`
      : `Mae'r lluniau'n agor mewn ffenestri eraill. Os nad ydynt, dyma lle mae'r lluniau: ${files.join(', ')}`,
  here: (files) => `${files.length === 1 ? "Dyma lle mae'r llun:" : "Dyma lle mae'r lluniau:"} ${files.join(', ')}`,
  notOpened: (files) =>
    files.length === 1
      ? `Ni chafwyd hyd i raglen i ddangos y llun. Dyma lle mae'r llun: ${files.join()}`
      : `Ni chafwyd hyd i raglen i ddangos y lluniau. Dyma lle mae'r lluniau: ${files.join(', ')}`,
  missing: "Mae ffeil y llun hwn ar goll. I'w chael yn ôl, ychwanegwch y pecyn eto."
}
