import { defineConfig } from 'vitest/config'

// The tests that see a rule broken: those that ask neither database nor browser, so that thousands of breaks can be tried.
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'src/{app,db,browser}/**', 'src/**/{commands*,routes*,store*,jobs*}.test.{ts,tsx}'],
    setupFiles: ['test/support/setup.ts'],
    pool: 'forks',
    testTimeout: 60_000,
  },
})
