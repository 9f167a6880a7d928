// The door behind every npm script. Runs on the Node the machine has; brings along the one the product needs.
// Plain JavaScript without dependencies: when it starts there may be no packages yet.
import { existsSync } from 'node:fs'
import { ensureBuild } from './build-if-needed.mjs'
import { check } from './check.mjs'
import { ensureNode } from './node.mjs'
import { ensurePackages } from './packages.mjs'
import { Failure, foreground, inProject, useNode } from './processes.mjs'
import { test } from './test.mjs'

const [command = 'start', ...args] = process.argv.slice(2)

const commands = {
  start: () => built('dist/server.js'),
  cli: () => built('dist/cli.js'),
  check: () => check(),
  test: () => test(args),
  bench: () => built('bench/run.ts'),
}

function built(script) {
  ensureBuild()
  if (!existsSync(inProject(script))) throw new Failure(`There is no ${script}.`)
  return foreground(script, args)
}

try {
  const run = commands[command]
  if (!run) throw new Failure(`There is no command "${command}". Use one of: ${Object.keys(commands).join(', ')}.`)
  useNode(ensureNode())
  ensurePackages()
  process.exitCode = await run()
} catch (error) {
  if (!(error instanceof Failure)) throw error
  console.error(error.message)
  process.exitCode = 1
}
