import { phrases } from '../../platform/phrases.ts'

export const galleryPhrases = phrases({
  title: { de: 'Galerie', fr: 'Galerie', it: 'Galleria', en: 'Gallery' },
})
