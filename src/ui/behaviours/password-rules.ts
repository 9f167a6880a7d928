import { find, findAll, onContent } from './dom.ts'
import { metRules } from './password-rules-check.ts'

// `<ul data-rules-for="id">` ticks off its `<li data-rule>`s; `[data-rules-met="id"]` appears when all of them hold.

onContent((root) => {
  for (const list of findAll('[data-rules-for]', root)) {
    const id = list.dataset.rulesFor!
    const input = document.getElementById(id) as HTMLInputElement | null
    const summary = find(`[data-rules-met="${CSS.escape(id)}"]`)
    input?.addEventListener('input', () => update(list, summary, input.value))
    if (input?.value) update(list, summary, input.value)
  }
})

function update(list: HTMLElement, summary: HTMLElement | null, password: string): void {
  const met = metRules(password)
  for (const item of findAll('[data-rule]', list)) {
    const holds = met[item.dataset.rule as keyof typeof met]
    item.classList.toggle('ok', holds)
    const words = find('.met', item)
    if (words) words.hidden = !holds
  }
  if (summary) summary.hidden = !Object.values(met).every(Boolean)
}
