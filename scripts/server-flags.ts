/**
 * How the server's Node is started, here, in the Dockerfile and in the bench. On a machine with much memory V8 lets garbage lie:
 * what took 307 MB of memory took 180 MB with these. What is young is collected in a space of so many megabytes: pages of a list in a
 * second and memory were 137 and 195 MB with 4, 144 and 204 MB with 8, 168 and 209 MB with 16, 178 and 254 MB with 32 (measured beside
 * each other, 2026-11).
 */
export const serverFlags = ['--max-semi-space-size=16', '--max-old-space-size=224'] as const
