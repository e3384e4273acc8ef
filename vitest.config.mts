import process from 'node:process'
import { defineConfig } from 'vitest/config'

export default defineConfig(({ mode }) => {
  // `npm run test:long`. The variable reaches all processes of the tests.
  if (mode === 'long') process.env['REFLECT_LONG'] = '1'
  return {
    test: {
      include: ['test/**/*.test.ts'],
      globalSetup: 'test/kit/global-setup.ts',
      setupFiles: 'test/kit/setup.ts',
      // Loading the modules anew for each file takes half of the time. A long run does it, and finds tests that depend on others.
      isolate: mode === 'long',
      // Every core, and not one less: tests wait for the processes that they start.
      maxWorkers: '100%',
      // Whole sessions in a pseudo-terminal share two cores with everything else.
      testTimeout: mode === 'long' ? 300_000 : 90_000,
      env: { TZ: 'Europe/London', LANG: 'en_GB.UTF-8' }
    }
  }
})
