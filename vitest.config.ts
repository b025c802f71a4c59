import { defineConfig } from 'vitest/config'

/** `main` is what `npm test` runs; `soak` holds the long tests (`npm run soak`). */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#ui/jsx' } },
  test: {
    maxWorkers: 2,
    testTimeout: 60_000, // no test measures time; this only ends one that hangs
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'main',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          exclude: ['**/*.soak.test.ts'],
          globalSetup: ['test/database.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'soak',
          include: ['**/*.soak.test.ts'],
          exclude: ['node_modules'],
          globalSetup: ['test/database.ts'],
          testTimeout: 1_200_000,
        },
      },
    ],
  },
})
