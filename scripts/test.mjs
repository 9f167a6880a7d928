// One command that checks everything and ends with one line: how many passed, how many failed.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { ensureBrowsers } from './browsers.mjs'
import { ensureBuild } from './build-if-needed.mjs'
import { checkAll } from './check.mjs'
import { inProject, runNode } from './processes.mjs'

const parts = {
  check: () => checks(),
  unit: (filters) => vitest([...without('test/*.test.*', 'test/!(unit)/**'), ...filters]),
  http: (filters) => vitest([...without('src/**', 'test/unit/**'), ...filters]),
  browser: (filters) => playwright(filters),
}

/** Runs `npm test -- [check|unit|http|browser] [part of a file name]`; without words, everything. @returns the exit code */
export function test(words) {
  const steps = [...build(), ...chosen(words)()]
  const count = (kind) => steps.reduce((sum, step) => sum + step[kind], 0)
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(count)
  summarise(steps)
  console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
  return failed > 0 || passed === 0 ? 1 : 0
}

function chosen([first, ...rest]) {
  if (Object.hasOwn(parts, first ?? '')) return () => parts[first](rest)
  if (first) return () => [...vitest([first, ...rest]), ...playwright([first, ...rest])]
  return () => [...checks(), ...vitest([]), ...playwright([])]
}

const without = (...globs) => globs.flatMap((glob) => ['--exclude', glob])

const step = (passed, failed, skipped, failures) => ({ passed, failed, skipped, failures })
const broken = (what) => [step(0, 1, 0, [what])]

function build() {
  try {
    ensureBuild()
    return []
  } catch (error) {
    return broken(error.message)
  }
}

function checks() {
  return checkAll().map(({ name, passed }) => step(Number(passed), Number(!passed), 0, passed ? [] : [`check: ${name}`]))
}

function vitest(filters) {
  console.log('\n— tests')
  const report = inProject('test-results', 'vitest.json')
  rmSync(report, { force: true })
  const good = runNode(['node_modules/vitest/vitest.mjs', 'run', '--passWithNoTests', ...filters])
  if (!existsSync(report)) return broken('vitest wrote no report')
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const unreadable = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(hasFailed))
  const failures = [
    ...testResults.flatMap((file) =>
      file.assertionResults.filter(hasFailed).map((one) => `${short(file.name)}: ${one.fullName}`),
    ),
    ...unreadable.map((file) => `${short(file.name)}: ${firstLine(file.message)}`),
  ]
  const failed = numFailedTests + unreadable.length
  const stumbled = good || failed ? [] : broken('vitest ended with an error outside of any test')
  return [step(numPassedTests, failed, numPendingTests + (numTodoTests ?? 0), failures), ...stumbled]
}

const hasFailed = ({ status }) => status === 'failed'
const short = (path) => path.replace(`${inProject()}/`, '')
const firstLine = (text) => String(text ?? '').split('\n', 1)[0]

function playwright(filters) {
  if (!existsSync(inProject('playwright.config.ts'))) {
    console.log('\n— journeys: none yet (no playwright.config.ts)')
    return []
  }
  console.log('\n— journeys in the browsers')
  const complaint = ensureBrowsers()
  if (complaint) return broken(complaint)
  const report = inProject('test-results', 'playwright.json')
  rmSync(report, { force: true })
  const args = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', '--pass-with-no-tests', ...filters]
  const good = runNode(args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  if (!existsSync(report)) return broken('playwright wrote no report')
  const { stats, errors, suites } = JSON.parse(readFileSync(report, 'utf8'))
  const failures = [...errors.map((error) => firstLine(error.message)), ...suites.flatMap(failedIn)]
  const failed = stats.unexpected + errors.length
  const stumbled = good || failed ? [] : broken('playwright ended with an error outside of any test')
  return [step(stats.expected + stats.flaky, failed, stats.skipped, failures), ...stumbled]
}

function failedIn(suite) {
  const own = (suite.specs ?? []).flatMap(({ title, file, tests }) =>
    tests.filter(({ status }) => status === 'unexpected').map(({ projectName }) => `${file} [${projectName}]: ${title}`),
  )
  return [...own, ...(suite.suites ?? []).flatMap(failedIn)]
}

function summarise(steps) {
  const failures = steps.flatMap((one) => one.failures)
  if (failures.length) console.log(`\nFailed:\n${failures.map((failure) => `  ✗ ${failure}`).join('\n')}`)
}
