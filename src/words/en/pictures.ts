/** What is said about the pictures of packs, in English. */
export const pictures = {
  /** In place of a picture, where there is none. `alt` is a sentence or less. */
  shown: (alt: string) => `Picture: ${alt}`,
  opened: (files: readonly string[]) =>
    files.length === 1
      ? `The picture opens in another window. If it does not, it is here: ${files.join()}`
      : `The pictures open in other windows. If they do not, they are here: ${files.join(', ')}`,
  /** Where nothing can be typed. */
  here: (files: readonly string[]) =>
    `${files.length === 1 ? 'The picture is here:' : 'The pictures are here:'} ${files.join(', ')}`,
  /** The program that opens pictures is missing. */
  notOpened: (files: readonly string[]) =>
    files.length === 1
      ? `No program to show the picture was found. The picture is here: ${files.join()}`
      : `No program to show the pictures was found. The pictures are here: ${files.join(', ')}`,
  missing: 'The file of this picture is missing. To get it back, add the pack again.'
}
