import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'

interface Fixtures {
  /** Opens a browser of its own for one more person; whatever it complains about on the console fails the test. */
  person: (options?: BrowserContextOptions) => Promise<Page>
}

export const test = base.extend<Fixtures>({
  person: async ({ browser }, use) => {
    const complaints: string[] = []
    const pages: Page[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext(options)
      await context.addInitScript(reportViolations)
      const page = await context.newPage()
      page.on(
        'console',
        (message) => isExpected(message.text()) || complaints.push(`${message.type()}: ${message.text()} (${page.url()})`),
      )
      page.on('pageerror', (error) => isExpected(error.message) || complaints.push(`${error.message} (${page.url()})`))
      pages.push(page)
      return page
    })
    for (const page of pages) await page.context().close()
    expect(complaints, 'messages on the console').toEqual([])
  },
})

export { expect }

// Chromium tells on every sign-out that it did what it was asked for, and on a busy machine that it left out the animation between
// two pages: it was too late for it. No script of ours begins one. A form that somebody else was faster with answers 409, as it should.
function isExpected(text: string) {
  return /^Clear-Site-Data header|^Transition was aborted|^Failed to load resource: .* status of 409 /.test(text)
}

// Firefox driven from outside does not pass CSP reports on, so the page tells them itself.
function reportViolations() {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    console.error(`CSP: ${violatedDirective} stops ${blockedURI}`)
  })
}
