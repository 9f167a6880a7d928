import { find } from './dom.ts'

// After a refused form the reader starts at the list of what is wrong.
find('#errors')?.focus()
