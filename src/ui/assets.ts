import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

type Manifest = Record<string, string>

let manifest: Manifest | undefined

const standardPath = join(projectFolder(import.meta.dirname), 'dist/assets/manifest.json')

/**
 * Reads the manifest of the built files (`{"app.css": "app.4f2a.css"}`) and throws when it is not there.
 * The server calls this when it starts, so that it never serves pages without their style.
 */
export function loadAssets(path = standardPath): void {
  manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest
}

/**
 * The address of a built file: `asset('app.css')` → `/assets/app.4f2a.css`.
 * Nothing built yet (unit tests): the plain name. Built, but unknown: throws.
 */
export function asset(name: string): string {
  manifest ??= existsSync(standardPath) ? (JSON.parse(readFileSync(standardPath, 'utf8')) as Manifest) : {}
  const file = manifest[name]
  if (file === undefined && Object.keys(manifest).length > 0) throw new Error(`No built file called ${name}`)
  return file?.startsWith('/') ? file : `/assets/${file ?? name}`
}

// The code runs from src/ in tests and from dist/ when built, so the folder is looked for rather than counted.
function projectFolder(from: string): string {
  return existsSync(join(from, 'package.json')) || dirname(from) === from ? from : projectFolder(dirname(from))
}
