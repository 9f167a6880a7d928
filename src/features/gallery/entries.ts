import { gallery as home } from '../home/gallery.tsx'
import type { GalleryEntry } from '../house/gallery.ts'
import { gallery as refusals } from '../house/gallery-refusals.tsx'
import { gallery as policies } from '../policies/gallery.tsx'
import { gallery as profile } from '../profile/gallery.tsx'
import { gallery as setUp } from '../set-up/gallery.tsx'

/** Every page of the portal in every state, one line per feature. */
export const galleries: Record<string, GalleryEntry[]> = { home, policies, profile, refusals, 'set-up': setUp }
