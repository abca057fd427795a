import { afterEach, beforeEach } from 'vitest'

// A page that complains on the console is a fault nobody sees: it fails the test.
let complaints: unknown[][] = []

beforeEach(() => {
  complaints = []
  console.error = (...words: unknown[]) => {
    complaints.push(words)
    throw new Error(`console.error: ${words.map(String).join(' ')}`)
  }
})

// Whoever swallows the throw is caught here.
afterEach(() => {
  const first = complaints[0]
  if (first) throw new Error(`console.error was called: ${first.map(String).join(' ')}`)
})
