/** The first match of a selector below `root`. */
export function find<T extends Element = HTMLElement>(selector: string, root: ParentNode = document): T | null {
  return root.querySelector<T>(selector)
}

/** All matches of a selector below `root`. */
export function findAll<T extends Element = HTMLElement>(selector: string, root: ParentNode = document): T[] {
  return [...root.querySelectorAll<T>(selector)]
}

/** The nearest match at or above the place an event happened. */
export function around<T extends Element = HTMLElement>(event: Event, selector: string): T | null {
  return event.target instanceof Element ? event.target.closest<T>(selector) : null
}

const starters: ((root: ParentNode) => void)[] = []

/** Runs now for the whole page, and again for every region that is replaced. */
export function onContent(start: (root: ParentNode) => void): void {
  starters.push(start)
  start(document)
}

/** Tells the behaviours that `root` has new content. */
export function contentArrived(root: ParentNode): void {
  for (const start of starters) start(root)
}
