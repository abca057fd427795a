import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

// The tests that see a rule broken: those that ask neither database nor browser, so that thousands of breaks can be tried. A test says
// by what it imports whether it asks the database; by name they would have to be listed, and the list forgets the next one.
const asks = /support\/(?:app|cases|closing|database|installation|journey|plant|routes|scene|visitor)\.tsx?'/
const homes = process.env.TESTS_OF?.split(',').filter(Boolean) ?? []
const tests = globSync('src/{kernel,modules,register,ui}/**/*.test.{ts,tsx}').filter(
  (file) => homes.length === 0 || homes.some((home) => file.startsWith(`${home}/`)),
)

export default defineConfig({
  test: {
    include: tests.filter((file) => !asks.test(readFileSync(file, 'utf8'))),
    setupFiles: ['test/support/setup.ts'],
    pool: 'forks',
    testTimeout: 60_000,
  },
})
