import { phrases } from '../../platform/phrases.ts'

/** What those who look after somebody are told. */
export const resetMailPhrases = phrases({
  done: {
    de: (by: string, person: string) => `${by} hat den zweiten Faktor von ${person} zurückgesetzt.`,
    fr: (by: string, person: string) => `${by} a réinitialisé le second facteur de ${person}.`,
    it: (by: string, person: string) => `${by} ha reimpostato il secondo fattore di ${person}.`,
    en: (by: string, person: string) => `${by} has reset the second factor of ${person}.`,
  },
  asked: {
    de: (by: string, person: string) =>
      `${by} möchte den zweiten Faktor von ${person} zurücksetzen. Bitte fragen Sie bei der Person nach und entscheiden Sie innert sieben Tagen.`,
    fr: (by: string, person: string) =>
      `${by} souhaite réinitialiser le second facteur de ${person}. Veuillez vous renseigner auprès de la personne et décider dans les sept jours.`,
    it: (by: string, person: string) =>
      `${by} desidera reimpostare il secondo fattore di ${person}. Chieda conferma alla persona e decida entro sette giorni.`,
    en: (by: string, person: string) =>
      `${by} wants to reset the second factor of ${person}. Please ask the person and decide within seven days.`,
  },
})
