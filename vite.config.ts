import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'
import { themes } from './src/ui/assets.ts'

// Two builds from one file. `vite build` makes what the browser loads: hashed names in dist/assets, each with .br and .gz
// beside it, and dist/manifest.json. `vite build --ssr` makes the server in dist/server, one file a module, so that
// `import.meta.dirname` and stack traces mean the same there as in src.
export default defineConfig(({ command, isSsrBuild }) => ({
  publicDir: false,
  build: isSsrBuild ? server : client,
  // React is bundled so that its production build is chosen here, and not by a variable that somebody may forget at start.
  define: command === 'build' ? { 'process.env.NODE_ENV': '"production"' } : {},
  ssr: { noExternal: ['react', 'react-dom'] },
  plugins: isSsrBuild ? [besideTheCode()] : [cleared(), mark(), compressed()],
}))

const client = {
  outDir: 'dist',
  emptyOutDir: false,
  assetsDir: 'assets',
  manifest: 'manifest.json',
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  target: 'es2022',
  cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
  rolldownOptions: { input: ['src/browser/main.ts', 'src/ui/css/base.css', ...themes.map((theme) => `src/ui/themes/${theme}.css`)] },
}

const server = {
  outDir: 'dist/server',
  emptyOutDir: true,
  target: 'node24',
  minify: false,
  sourcemap: true,
  rolldownOptions: { output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' } },
}

/** Nothing of an earlier build stays among the assets. */
const cleared = (): Plugin => ({
  name: 'cleared',
  apply: 'build',
  buildStart: () => rmSync('dist/assets', { recursive: true, force: true }),
})

/** The icon of the browser's tab. */
const mark = (): Plugin => ({
  name: 'mark',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'asset', name: 'mark.svg', originalFileName: 'src/ui/mark.svg', source: readFileSync('src/ui/mark.svg') })
  },
})

/** Text is small on the wire because it was compressed once, as hard as it goes, and not at each answer. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle() {
      for (const file of globSync('dist/assets/*.{js,css,svg}')) {
        const content = readFileSync(file)
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
      }
    },
  }
}

/** What the code reads at run time (migrations, document templates, fonts) keeps its place beside it. */
function besideTheCode(): Plugin {
  return {
    name: 'beside-the-code',
    apply: 'build',
    closeBundle() {
      for (const file of globSync('src/**/*.{sql,typ,json,ttf,otf}')) {
        const to = join('dist/server', file.slice('src/'.length))
        mkdirSync(dirname(to), { recursive: true })
        copyFileSync(file, to)
      }
    },
  }
}
