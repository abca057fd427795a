import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import subsetFont from 'subset-font'
import { defineConfig, type Plugin } from 'vite'
import { themes } from './src/ui/assets.ts'

// Two builds from one file. `vite build` makes what the browser loads: hashed names in dist/assets, each with .br and .gz
// beside it, and dist/manifest.json. `vite build --ssr` makes the server in dist/server, one file a module, so that
// `import.meta.dirname` and stack traces mean the same there as in src.
export default defineConfig(({ isSsrBuild }) => ({
  publicDir: false,
  build: isSsrBuild ? server : client,
  plugins: isSsrBuild ? [besideTheCode()] : [cleared(), mark(), font(), compressed()],
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

const inter = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'
/** As its `unicode-range` in fontsource: all of its letters are kept. */
const letters = [
  ...[
    [0x20, 0xff],
    [0x131],
    [0x152, 0x153],
    [0x2bb, 0x2bc],
    [0x2c6],
    [0x2da],
    [0x2dc],
    [0x304],
    [0x308],
    [0x329],
    [0x2000, 0x206f],
    [0x20ac],
  ],
  ...[[0x2122], [0x2191], [0x2193], [0x2212], [0x2215], [0xfeff], [0xfffd]],
]

/** Of Inter's weights, 100 to 900, the pages use 400 to 700: without the others a first visit carries a third less of it (48 kB, now 30). */
function font(): Plugin {
  return {
    name: 'font',
    apply: 'build',
    async config() {
      const text = letters.flatMap(([from = 0, to = from]) =>
        Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n)),
      )
      const whole = readFileSync(join('node_modules', inter))
      const ours = await subsetFont(whole, text.join(''), { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 700 } } })
      const file = join(import.meta.dirname, '.cache/inter.woff2')
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, ours)
      return { resolve: { alias: { [inter]: file } } }
    },
  }
}

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
