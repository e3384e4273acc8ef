import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/kit/global-setup.ts',
    // Every core, and not one less: tests wait for the processes that they start.
    maxWorkers: '100%',
    // Whole sessions in a pseudo-terminal share two cores with everything else.
    testTimeout: 30_000,
    env: { TZ: 'Europe/London', LANG: 'en_GB.UTF-8' }
  }
})
