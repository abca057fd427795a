/**
 * How the server's Node is started, here, in the Dockerfile and in the bench. On a machine with much memory V8 lets garbage lie:
 * what took 307 MB of memory took 180 MB with these. What they cost in speed has not been measured apart.
 */
export const serverFlags = ['--max-semi-space-size=4', '--max-old-space-size=224'] as const
