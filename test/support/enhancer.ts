import { build } from 'vite'

/** One enhancer of src/browser as the browser gets it: bundled, and run on the page it stands in. */
export async function bundled(file: string, enhancer: string): Promise<string> {
  const entry = `import { ${enhancer} } from "/src/browser/${file}"; ${enhancer}(document)`
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'entry', resolveId: (id) => (id === 'entry' ? '\0entry' : null), load: (id) => (id === '\0entry' ? entry : null) }],
    build: { write: false, modulePreload: { polyfill: false }, rollupOptions: { input: 'entry' } },
  })
  if (!('output' in built)) throw new Error('expected one bundle')
  return built.output[0].code
}
