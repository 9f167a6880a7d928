// How the scripts start other programs: always in the project folder, always with the right Node first in PATH.
import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = dirname(dirname(fileURLToPath(import.meta.url)))
const onWindows = process.platform === 'win32'

let node = process.execPath

/** A failure in one line for whoever typed the command; no stack. */
export class Failure extends Error {}

export const inProject = (...parts) => join(project, ...parts)

/** From now on everything runs under this Node. */
export function useNode(path) {
  node = path
  if (path !== process.execPath) process.env.PATH = `${dirname(path)}${delimiter}${process.env.PATH}`
}

/** Runs a script of Node to its end; its output is seen. */
export function runNode(args, env = {}) {
  return spawnSync(node, args, { cwd: project, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
}

/** Runs a script of Node silently. */
export const quietNode = (args, cwd = project) => spawnSync(node, args, { cwd, encoding: 'utf8' })

/** Runs npm silently. npm itself must run under the Node just chosen, or it would take other versions for an older one. */
export function npm(args) {
  const script = process.env.npm_execpath
  const options = { cwd: project, encoding: 'utf8', maxBuffer: 64 << 20 }
  if (script?.endsWith('.js')) return spawnSync(node, [script, ...args], options)
  return spawnSync('npm', args, { ...options, shell: onWindows })
}

/** The first thing npm complained about, for a message in one line. */
export function complaint({ stderr, stdout, error }) {
  const lines = `${stderr ?? ''}\n${stdout ?? ''}`.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
  const told = lines.filter((line) => line && !/^npm (warn|notice)|^(code|syscall|errno|type) |^A complete log/i.test(line))
  return error?.message ?? told[0] ?? 'npm said nothing'
}

// What a page leaves behind is swept up in small portions: half the memory, at next to no cost (decision 0068).
const serverFlags = ['--max-semi-space-size=8']

/** Runs a script of Node in our place: signals reach it, and its exit code becomes ours. */
export function foreground(script, args) {
  const flags = script === 'dist/server.js' ? serverFlags : []
  const child = spawn(node, [...flags, script, ...args], { cwd: project, stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) process.on(signal, () => passOn(child, signal))
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Failure(`${script} could not be started: ${error.message}`)))
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

// Ctrl-C reaches the child from the terminal already; a second one would mean "at once".
function passOn(child, signal) {
  if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
}
