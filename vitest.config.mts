import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Whole sessions in a pseudo-terminal share two cores with everything else.
    testTimeout: 30_000,
    env: { TZ: 'Europe/London', LANG: 'en_GB.UTF-8' }
  }
})
