import { defineConfig } from '@playwright/test'

const chromium = {
  browserName: 'chromium' as const,
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
}
const firefox = {
  browserName: 'firefox' as const,
  channel: 'moz-firefox',
  launchOptions: {
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    // Without these, goBack hangs on Firefox driven from outside.
    firefoxUserPrefs: { 'browser.sessionhistory.max_total_viewers': 0, 'fission.bfcacheInParent': false },
  },
}

// Playwright's `javaScriptEnabled: false` does nothing to it (a page's script still ran). A browser that is told to run none does.
const firefoxWithoutScript = {
  ...firefox,
  launchOptions: {
    ...firefox.launchOptions,
    firefoxUserPrefs: { ...firefox.launchOptions.firefoxUserPrefs, 'javascript.enabled': false },
  },
}

export const port = 4711

export default defineConfig({
  testDir: 'test/journeys',
  outputDir: 'test-results/journeys',
  fullyParallel: true,
  // Two cores, and journeys that wait for what takes its half minute.
  workers: 3,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  globalSetup: './test/journeys/setup.ts',
  use: { baseURL: `http://6323.localhost:${port}`, locale: 'de-CH' },
  projects: [
    { name: 'chromium', use: chromium, testIgnore: /lighthouse|passkey/ },
    { name: 'firefox', use: firefox, testIgnore: /gallery|lighthouse|weight|manual|noscript|passkey/ },
    { name: 'firefox without script', use: firefoxWithoutScript, testMatch: /noscript/ },
    // Speed is measured when nothing else runs, and who has a passkey does not sign in with the password alone any more.
    { name: 'alone', use: chromium, testMatch: /lighthouse|passkey/, dependencies: ['chromium', 'firefox', 'firefox without script'] },
  ],
})
