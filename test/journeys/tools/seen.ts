import type { Page } from '@playwright/test'

// What was looked at before in just this state need not be looked at again; each worker remembers for itself.

const seen = new Set<string>()

// The frame around what a page is about: the same on most pages.
const frame = ['.top', '.side', '.tabbar', '#menu', '#palette', '#shortcuts']

/** The parts of the frame (selectors) that were seen on another page in this way, down to the last letter. */
export async function frameSeenBefore(page: Page, way: string): Promise<string[]> {
  const parts = await page.evaluate(
    (selectors) =>
      selectors.map((selector) => {
        const html = document.querySelector(selector)?.outerHTML ?? ''
        // Addresses of the page itself and tokens of its forms.
        return [selector, html.replace(/gallery\/[\w-]+\/\d+|value="[^"]*"/g, '')] as const
      }),
    frame,
  )
  return parts.filter(([selector, html]) => html !== '' && !isNew(`${way} ${selector} ${html}`)).map(([selector]) => selector)
}

/**
 * Whether a page shows text in a place that was not seen in this way yet. What colours text and ground have follows from the elements
 * around it with their classes and states, not from what is written there.
 */
export async function hasNewPlaces(page: Page, way: string): Promise<boolean> {
  const places = await page.evaluate(() => {
    const told = [
      'href',
      'id',
      'for',
      'name',
      'value',
      'src',
      'action',
      'title',
      'datetime',
      'aria-label',
      'aria-labelledby',
      'data-l',
    ]
    const described = (element: Element) =>
      [...element.attributes]
        .filter(({ name }) => !told.includes(name) && !name.startsWith('aria-describ'))
        .map(({ name, value }) => `${name}=${value}`)
    const placeOf = (element: Element | null): string =>
      element ? `${placeOf(element.parentElement)}>${element.tagName}[${described(element)}]` : ''
    const withText = [...document.body.querySelectorAll('*')].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== ''),
    )
    return [...new Set([...withText, ...document.querySelectorAll('input, select, textarea')].map(placeOf))]
  })
  return places.filter((place) => isNew(`${way} ${place}`)).length > 0
}

function isNew(what: string): boolean {
  const before = seen.size
  seen.add(what)
  return seen.size > before
}
