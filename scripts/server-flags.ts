/**
 * How the server's Node is started, here, in the Dockerfile and in the bench. On a machine with much memory V8 lets garbage lie:
 * what took 307 MB of memory took 180 MB with these. What is young is collected in a space of so many megabytes: a page of a list took at
 * least 2.4 ms of the processor and 198 MB with 4, 2.0 ms and 209 MB with 8, 2.1 ms and 221 MB with 16 (measured beside each other, 2026-11).
 */
export const serverFlags = ['--max-semi-space-size=8', '--max-old-space-size=224'] as const
