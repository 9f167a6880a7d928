// Everything that can be said about the sources without running them.
import { runNode } from './processes.mjs'

const checks = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'format and lint', args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings'] },
  { name: 'import directions', args: ['scripts/layers.mjs'] },
]

/** Runs all checks, also after one has failed. */
export function checkAll() {
  return checks.map(({ name, args }) => {
    console.log(`\n— ${name}`)
    return { name, passed: runNode(args) }
  })
}

/** The command: 0 when all is well. */
export function check() {
  const failed = checkAll().filter(({ passed }) => !passed)
  console.log(failed.length ? `\nNot in order: ${failed.map(({ name }) => name).join(', ')}` : '\nAll in order')
  return failed.length ? 1 : 0
}
