import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{common,electron,models,renderer,tools}/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    environment: 'node',
    // Real encrypted files, real Argon2id: slower than mocks, and two cores.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
})
