type Role = 'occupational_pension' | 'personal_lines' | 'fleet' | 'other_lines'

export interface LineOfBusiness {
  code: string
  name: string
  audience: Role[]
  stampRate: number
  objectKind: string | null
  /** Records may carry health data. */
  health: boolean
}

const health = true
const line = (
  code: string,
  name: string,
  audience: Role[],
  stampRate: number,
  objectKind: string | null,
  sick = false,
): LineOfBusiness => ({
  code,
  name,
  audience,
  stampRate,
  objectKind,
  health: sick,
})

const pension: Role[] = ['occupational_pension']
const persons: Role[] = ['personal_lines']
const fleet: Role[] = ['fleet']
const others: Role[] = ['other_lines']
const nobody: Role[] = []

/**
 * The lines of business a new brokerage begins with; it may rename, add, map anew and close them. Where practice differs
 * (VERT), the stricter mapping is the start: opening later is harmless, closing later is not. Stamp duty: Art. 21 and 22 StG.
 */
export const linesOfBusiness: LineOfBusiness[] = [
  line('BVG', 'Berufliche Vorsorge (BVG), Basis', pension, 0, 'Personengruppe', health),
  line('BVGK', 'Kadervorsorge / BVG-Zusatz', pension, 0, 'Personengruppe', health),
  line('UVG', 'Unfallversicherung UVG', persons, 0, 'Personengruppe', health),
  line('UVGZ', 'UVG-Zusatz', persons, 0, 'Personengruppe', health),
  line('UVGF', 'Freiwillige UVG (Unternehmer)', persons, 0, 'Person', health),
  line('KTG', 'Krankentaggeld', persons, 0, 'Personengruppe', health),
  line('KUNF', 'Kollektiv-Unfallversicherung', persons, 0, 'Personengruppe', health),
  line('KKV', 'Kollektiv-Krankenversicherung', persons, 0, 'Personengruppe', health),
  line('REIS', 'Geschäftsreiseversicherung', persons, 0, 'Personengruppe', health),
  line('KEY', 'Keyman / Todesfallrisiko', nobody, 0, 'Person', health),
  line('DO', 'Organhaftpflicht D&O', nobody, 5, 'Gesellschaft'),
  line('EPL', 'Haftpflicht als Arbeitgeber (EPL)', nobody, 5, 'Gesellschaft'),
  line('VERT', 'Vertrauensschaden', nobody, 5, 'Gesellschaft'),
  line('MF', 'Motorfahrzeug / Flotte', fleet, 5, 'Fahrzeug'),
  line('MFA', 'Arbeitsmaschinen und Anhänger', fleet, 5, 'Fahrzeug'),
  line('MASCH', 'Maschinenversicherung', others, 5, 'Maschine'),
  line('BHP', 'Betriebshaftpflicht', others, 5, 'Betrieb'),
  line('BERH', 'Berufshaftpflicht', others, 5, 'Betrieb'),
  line('BAUH', 'Bauherrenhaftpflicht', others, 5, 'Bauobjekt'),
  line('BAUW', 'Bauwesen', others, 5, 'Bauobjekt'),
  line('SACH', 'Sachversicherung / Geschäftsinventar', others, 5, 'Standort'),
  line('ERTR', 'Betriebsunterbruch / Ertragsausfall', others, 5, 'Standort'),
  line('GEB', 'Gebäudeversicherung', others, 5, 'Gebäude'),
  line('GEBW', 'Gebäudewasser / Glas', others, 5, 'Gebäude'),
  line('TECH', 'Technische Versicherungen (EDV, Montage)', others, 5, 'Anlage'),
  line('TRAN', 'Transportversicherung', others, 0, 'Transport'),
  line('TRHP', 'Verkehrshaftung / Frachtführerhaftpflicht', others, 5, 'Betrieb'),
  line('RS', 'Betriebs- und Verkehrsrechtsschutz', others, 5, 'Betrieb'),
  line('CYB', 'Cyberversicherung', others, 5, 'Betrieb'),
  line('KRED', 'Kreditversicherung', others, 5, 'Debitoren'),
  line('KAUT', 'Kaution / Baugarantie', others, 5, null),
  line('KUNST', 'Kunstversicherung', others, 5, 'Gegenstand'),
  line('VALO', 'Valorenversicherung', others, 5, 'Gegenstand'),
  line('EVENT', 'Veranstaltungsversicherung', others, 5, 'Veranstaltung'),
  line('LUFT', 'Luftfahrtversicherung', others, 5, 'Luftfahrzeug'),
  line('SCHIFF', 'Schiffsversicherung', others, 5, 'Schiff'),
  line('AR', 'All-Risk-Versicherung', others, 5, 'Standort'),
]
