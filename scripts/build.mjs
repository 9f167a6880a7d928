// Makes dist/: the three doors as one file each, and the assets under names that change with their contents.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { browserslistToTargets, transform } from 'lightningcss'

const assets = 'dist/assets'
const manifest = {}

mkdirSync(assets, { recursive: true })
await Promise.all([doors(), styles(), behaviours(), icons()])
writeFileSync(join(assets, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
clearOldAssets()

async function doors() {
  const threads = ['src/platform/pdf-thread.ts', 'src/platform/password-thread.ts', 'src/features/imports/table-thread.ts']
  const entryPoints = ['src/server.ts', 'src/worker.ts', 'src/cli.ts', ...threads].filter((file) => existsSync(file))
  if (entryPoints.length === 0) return
  const jsx = { jsx: 'automatic', jsxImportSource: 'preact' }
  const target = { platform: 'node', format: 'esm', target: 'node26', packages: 'external' }
  const out = { outdir: 'dist', entryNames: '[name]', sourcemap: true }
  await build({ entryPoints, bundle: true, logLevel: 'warning', ...out, ...jsx, ...target })
  // What PDFs are written with: read beside the doors, as in the sources beside the code.
  cpSync('src/ui/paper/fonts', 'dist/fonts', { recursive: true })
}

// The styles of features and record kinds stand beside their pages; all of them go into one file, in a fixed order. What only the
// broker's side needs (`….staff.css`) is a second one, so that the customers' pages stay as light as they are.
async function styles() {
  if (!existsSync('src/ui/styles/index.css')) return
  const font = asset('inter.woff2', readFileSync('node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'))
  const beside = globSync('src/{ui,records,features}/**/*.css').sort()
  const isStaffs = (file) => file.endsWith('.staff.css')
  const common = beside.filter((file) => !isStaffs(file) && !file.replaceAll('\\', '/').startsWith('src/ui/'))
  await stylesheet('app.css', ['src/ui/styles/index.css', ...common], font)
  await stylesheet('staff.css', beside.filter(isStaffs), font)
}

async function stylesheet(name, files, font) {
  const contents = files.map((file) => `@import "./${file.replaceAll('\\', '/')}";`).join('\n')
  const stdin = { contents, loader: 'css', resolveDir: '.' }
  const bundled = await build({ stdin, bundle: true, write: false, external: ['*.woff2'], logLevel: 'warning' })
  const targets = browserslistToTargets(['chrome 130', 'firefox 133', 'safari 18.0'])
  const { code } = transform({ filename: name, code: bundled.outputFiles[0].contents, minify: true, targets })
  asset(name, Buffer.from(code.toString().replaceAll('inter.woff2', font)))
}

async function behaviours() {
  if (!existsSync('src/ui/behaviours/index.ts')) return
  const target = { format: 'esm', target: ['chrome130', 'firefox133', 'safari18'] }
  const entryPoints = ['src/ui/behaviours/index.ts']
  const bundled = await build({ entryPoints, bundle: true, minify: true, write: false, logLevel: 'warning', ...target })
  asset('app.js', bundled.outputFiles[0].contents)
}

function icons() {
  if (!existsSync('src/ui/icons.json')) return
  const names = JSON.parse(readFileSync('src/ui/icons.json', 'utf8'))
  asset('icons.svg', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbol).join('')}</svg>`))
}

function symbol(name) {
  const svg = readFileSync(`node_modules/lucide-static/icons/${name}.svg`, 'utf8')
  const shapes = /<svg[^>]*>(.*)<\/svg>/s.exec(svg)[1].replace(/\s+/g, ' ').replaceAll('> <', '><').replaceAll(' />', '/>').trim()
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`
}

function asset(name, contents) {
  const [stem, ending] = name.split('.')
  const hashed = `${stem}.${createHash('sha256').update(contents).digest('hex').slice(0, 8)}.${ending}`
  writeFileSync(join(assets, hashed), contents)
  manifest[name] = hashed
  if (ending !== 'woff2') report(name, contents.length, compressed(hashed, contents))
  return hashed
}

function compressed(hashed, contents) {
  const gz = gzipSync(contents, { level: 9 })
  writeFileSync(join(assets, `${hashed}.gz`), gz)
  writeFileSync(join(assets, `${hashed}.br`), brotliCompressSync(contents))
  return gz.length
}

function report(name, bytes, gz) {
  console.log(`Built ${name}: ${kilobytes(bytes)}, ${kilobytes(gz)} compressed`)
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} kB`
}

// Pages served a moment ago still ask for the files of the build before.
function clearOldAssets() {
  const current = Object.values(manifest)
  const dayAgo = Date.now() - 24 * 3600 * 1000
  for (const name of readdirSync(assets)) {
    const isCurrent = name === 'manifest.json' || current.some((file) => name.startsWith(file))
    if (!isCurrent && statSync(join(assets, name)).mtimeMs < dayAgo) rmSync(join(assets, name))
  }
}
