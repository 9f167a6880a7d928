import { type Language, languages, phrases } from '../../platform/phrases.ts'

/** The causes that a report offers, in all languages. The import keeps the source's own word. */
const causePhrases = phrases({
  collision: { de: 'Kollision', fr: 'Collision', it: 'Collisione', en: 'Collision' },
  parking: { de: 'Parkschaden', fr: 'Dommage de parcage', it: 'Danno da parcheggio', en: 'Parking damage' },
  glass: { de: 'Glasbruch', fr: 'Bris de glace', it: 'Rottura di vetri', en: 'Broken glass' },
  theft: { de: 'Diebstahl', fr: 'Vol', it: 'Furto', en: 'Theft' },
  burglary: { de: 'Einbruch', fr: 'Vol avec effraction', it: 'Furto con scasso', en: 'Burglary' },
  vandalism: { de: 'Vandalismus', fr: 'Vandalisme', it: 'Vandalismo', en: 'Vandalism' },
  hail: { de: 'Hagel', fr: 'Grêle', it: 'Grandine', en: 'Hail' },
  storm: { de: 'Sturm', fr: 'Tempête', it: 'Tempesta', en: 'Storm' },
  marten: { de: 'Marder', fr: 'Fouine', it: 'Martora', en: 'Marten' },
  game: { de: 'Wildtier', fr: 'Animal sauvage', it: 'Animale selvatico', en: 'Wild animal' },
  fire: { de: 'Feuer', fr: 'Incendie', it: 'Incendio', en: 'Fire' },
  water: { de: 'Wasser', fr: 'Eau', it: 'Acqua', en: 'Water' },
  machine: { de: 'Maschinenbruch', fr: 'Bris de machine', it: 'Guasto di macchina', en: 'Machinery breakdown' },
  phishing: { de: 'Phishing', fr: 'Hameçonnage', it: 'Phishing', en: 'Phishing' },
  encryption: { de: 'Verschlüsselung', fr: 'Chiffrement', it: 'Cifratura', en: 'Encryption' },
  data_loss: { de: 'Datenverlust', fr: 'Perte de données', it: 'Perdita di dati', en: 'Loss of data' },
  outage: { de: 'Systemausfall', fr: 'Panne du système', it: 'Guasto del sistema', en: 'System outage' },
})
export type Cause = keyof ReturnType<typeof causePhrases>

const byKind: Record<string, Cause[]> = {
  vehicle: ['parking', 'collision', 'glass', 'hail', 'storm', 'theft', 'vandalism', 'marten', 'game'],
  property: ['water', 'fire', 'storm', 'hail', 'burglary', 'theft', 'glass', 'vandalism', 'machine'],
  cyber: ['phishing', 'encryption', 'data_loss', 'outage'],
}

/** What a claim of this kind can come from; nothing where it is not asked. */
export function causesOf(kind: string): readonly Cause[] {
  return byKind[kind] ?? []
}

/** The word that is stored: a source's word, and the import's sources speak German. */
export function causeWord(cause: string): string | null {
  return Object.hasOwn(causePhrases('de'), cause) ? causePhrases('de')[cause as Cause] : null
}

/** A stored word in the reader's language; one we do not know stays as the source wrote it. */
export function causeName(stored: string | null, language: Language): string | null {
  const known = Object.keys(causePhrases('de')) as Cause[]
  const cause = known.find((one) => languages.some((other) => causePhrases(other)[one] === stored))
  return cause ? causePhrases(language)[cause] : stored
}
