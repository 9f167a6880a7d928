import { expect, type Locator, type Page } from '@playwright/test'

/** How somebody works with a page: with the mouse, or with nothing but the keyboard. */
export interface Hands {
  type(field: Locator, text: string): Promise<void>
  press(button: Locator): Promise<void>
  tick(box: Locator): Promise<void>
  choose(list: Locator, label: string): Promise<void>
}

export function mouse(): Hands {
  return {
    type: (field, text) => field.fill(text),
    press: (button) => button.click(),
    tick: (box) => box.check(),
    choose: async (list, label) => void (await list.selectOption({ label })),
  }
}

/** Walks with Tab and looks at every stop on the way: the focus must be visible and not covered. */
export function keyboard(page: Page): Hands {
  return {
    async type(field, text) {
      await walkTo(page, field)
      await page.keyboard.type(text)
      await expect(field).toHaveValue(text)
    },
    async press(button) {
      await walkTo(page, button)
      await page.keyboard.press('Enter')
    },
    async tick(box) {
      await walkTo(page, box)
      await page.keyboard.press('Space')
      await expect(box).toBeChecked()
    },
    async choose(list, label) {
      await walkTo(page, list)
      // As far as the letters have keys of their own: «Fran» of «Français» says enough.
      await page.keyboard.type(/^[ -~]+/.exec(label)![0])
      await expect(list.locator('option:checked')).toHaveText(label)
    },
  }
}

// Only ever forwards: past its last element Firefox goes to its own buttons and does not come back.
async function walkTo(page: Page, target: Locator) {
  // Windows behind another show no focus in Firefox.
  await page.bringToFront()
  await expect(target).toBeVisible()
  const goal = await target.elementHandle()
  for (let step = 0; step < 200; step++) {
    await page.keyboard.press('Tab')
    const stop = await goal!.evaluate(lookAtFocus)
    expect(stop.problem, `the focus on «${stop.name}» (${page.url()})`).toBe('')
    if (stop.there) return
  }
  throw new Error(`Tab does not lead to ${target}`)
}

function lookAtFocus(goal: Node) {
  const focused = document.activeElement ?? document.body
  const name = `${focused.tagName} ${focused.id || focused.textContent?.trim().slice(0, 40)}`
  if (focused === document.body) return { there: false, name, problem: '' }
  const { outlineStyle, outlineWidth } = getComputedStyle(focused)
  const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  const { left, top, width, height } = focused.getBoundingClientRect()
  const covered = ![0.1, 0.5, 0.9].some((part) => {
    const hit = document.elementFromPoint(left + width * part, top + height / 2)
    return hit !== null && (focused.contains(hit) || hit.contains(focused))
  })
  const problem = outlined ? (covered ? 'is covered' : '') : 'is not visible'
  return { there: focused === goal, name, problem }
}
