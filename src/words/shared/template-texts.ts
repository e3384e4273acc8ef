/** Sentences of the files that `pack new` writes, which a pack for learners should no longer have. */
export const templateTexts = [
  'One or two sentences on what the pack is for.',
  'A short text that gives learners something to think with.',
  'Brawddeg neu ddwy am ddiben y pecyn.',
  "Testun byr sy'n rhoi rhywbeth i ddysgwyr feddwl ag ef."
]
