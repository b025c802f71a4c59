import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Where browsers and whole programs start, a file takes longest. A clean clone knows no times yet: these come first, so that both workers are busy to the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => /\/lifecycle\/|\.browser\.test/.test(moduleId)
    // oxlint-disable-next-line unicorn/no-array-sort -- vitest's own order of the files, no array's
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/** `main` is what `npm test` runs; `soak` holds the long tests (`npm run soak`). */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#ui/jsx' } },
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Whoever has loaded the program keeps it for the next file. A file leaves nothing behind: its database is its own.
    isolate: false,
    restoreMocks: true,
    // No test measures time; these only end one that hangs, also on a machine that is busy.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
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
