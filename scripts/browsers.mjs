// The two browsers the journeys run in: those of the system, fetched with apt where we may.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const browsers = [
  { variable: 'CHROMIUM', path: '/usr/bin/chromium', debian: 'chromium' },
  { variable: 'FIREFOX', path: '/usr/bin/firefox-esr', debian: 'firefox-esr' },
]

/** Makes both browsers be there and names them in CHROMIUM and FIREFOX. @returns a complaint, or nothing */
export function ensureBrowsers() {
  const wanted = missing()
  if (wanted.length) install(wanted.map(({ debian }) => debian))
  for (const { variable, path } of browsers) process.env[variable] ??= path
  const still = missing().map(({ variable, debian }) => `${debian} (or set ${variable} to its path)`)
  return still.length ? `Browsers are missing. Install ${still.join(' and ')}.` : undefined
}

const missing = () => browsers.filter(({ variable, path }) => !existsSync(process.env[variable] ?? path))

function install(names) {
  if (!existsSync('/usr/bin/apt-get')) return
  const sudo = process.getuid() === 0 ? [] : ['sudo', '-n']
  const run = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...args]
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
  }
  if (sudo.length && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return
  console.log(`Fetching ${names.join(' and ')} …`)
  run('update', '-qq')
  run('install', '-y', '-qq', '--no-install-recommends', ...names)
}
