// Imports point one way: features → records → ui → platform. Of another feature only queries, changes and the like may be
// used, never its pages. (dependency-cruiser 18 cannot read TypeScript 7, hence these lines.)
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const layers = ['platform', 'ui', 'records', 'features']
const imports =
  /^(?:import|export)\s+(type\s)?[^'"]*?from\s+['"](\.[^'"]+)['"]|^import\s+['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]/gm

// Tests may use everything, the test house above all.
const files = globSync('src/**/*.{ts,tsx}')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.tsx?$/.test(file))
const graph = new Map(files.map((file) => [file, importsOf(file)]))
const complaints = [...files.flatMap(wrongDirections), ...circles()]

for (const complaint of complaints) console.error(complaint)
console.log(complaints.length ? `${complaints.length} wrong imports` : `${files.length} files, all imports point the right way`)
process.exitCode = complaints.length ? 1 : 0

function importsOf(file) {
  return [...readFileSync(file, 'utf8').matchAll(imports)].map(([, type, from, bare, lazy]) => {
    const target = normalize(join(dirname(file), from ?? bare ?? lazy)).replaceAll('\\', '/')
    return { target, atOnce: !type && !lazy }
  })
}

function wrongDirections(file) {
  return graph.get(file).flatMap(({ target }) => {
    const reason = wrong(file.split('/'), target.split('/'))
    return reason ? [`${file} imports ${target}: ${reason}`] : []
  })
}

function wrong([, layer, feature], [, targetLayer, targetFeature, targetPart]) {
  const [here, there] = [layers.indexOf(layer), targetLayer ? heightOf(targetLayer) : -1]
  if (here >= 0 && there > here) return `${layer} must not know ${targetLayer}`
  const othersPage = layer === 'features' && targetLayer === 'features' && feature !== targetFeature && targetPart === 'pages'
  return othersPage ? 'pages of another feature' : undefined
}

// Files directly below src/ (app, routes, the doors) stand above all layers, except what is written for everyone.
function heightOf(name) {
  const height = layers.indexOf(name)
  if (height >= 0) return height
  return name === 'config.ts' ? -1 : layers.length
}

// A circle of modules runs in an order nobody can foresee. Types are gone by then and may point anywhere.
function circles() {
  const found = []
  const done = new Set()
  const visit = (file, path) => {
    if (path.includes(file)) return found.push(`circle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`)
    if (done.has(file) || !graph.has(file)) return
    for (const { target, atOnce } of graph.get(file)) if (atOnce) visit(target, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  return found
}
