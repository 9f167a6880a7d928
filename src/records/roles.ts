import { phrases } from '../platform/phrases.ts'

/** The portal roles (manual chapter 3, domain 2.8) in the order of the manual's screen; `customer` is technical and given to all. */
export const assignableRoles = [
  'personal_lines',
  'occupational_pension',
  'fleet',
  'other_lines',
  'file_manager',
  'full_access',
  'group_manager',
  'user_manager',
] as const
export type AssignableRole = (typeof assignableRoles)[number]
export type Role = AssignableRole | 'customer'

/** Roles that open lines of business: only these may stand in the audience of a record. */
export const lineRoles = ['occupational_pension', 'personal_lines', 'fleet', 'other_lines'] as const

/** Grants of these tell the other User Managers and the account manager, and may need a second person (domain 2.8). */
export const sensitiveRoles: readonly AssignableRole[] = [
  'full_access',
  'group_manager',
  'occupational_pension',
  'personal_lines',
]

/** Shown apart on the screen, with a warning: «Besondere Rechte» (interface W8). */
export const specialRoles: readonly AssignableRole[] = ['full_access', 'group_manager', 'user_manager']

/** The roles' names and what they open, in the manual's words. */
export const rolePhrases = phrases({
  customer: { de: 'Customers', fr: 'Customers', it: 'Customers', en: 'Customers' },
  user_manager: { de: 'User Manager', fr: 'Responsable des utilisateurs', it: 'Responsabile degli utenti', en: 'User manager' },
  file_manager: { de: 'File Manager', fr: 'Gestionnaire des documents', it: 'Gestore dei documenti', en: 'File manager' },
  occupational_pension: {
    de: 'Berufliche Vorsorge',
    fr: 'Prévoyance professionnelle',
    it: 'Previdenza professionale',
    en: 'Occupational pension',
  },
  personal_lines: {
    de: 'Personenversicherungen ohne BVG',
    fr: 'Assurances de personnes hors LPP',
    it: 'Assicurazioni di persone senza LPP',
    en: 'Person insurance without BVG',
  },
  fleet: { de: 'Flottenmanager', fr: 'Gestionnaire de flotte', it: 'Gestore della flotta', en: 'Fleet manager' },
  other_lines: { de: 'Übrige Branchen', fr: 'Autres branches', it: 'Altri rami', en: 'Other lines' },
  full_access: { de: 'Kompletter Zugriff', fr: 'Accès complet', it: 'Accesso completo', en: 'Full access' },
  group_manager: { de: 'Konzernmanager', fr: 'Responsable du groupe', it: 'Responsabile del gruppo', en: 'Group manager' },
  customer_hint: {
    de: 'Technische Rolle für den Portalzugriff, automatisch zugeteilt. Mit dieser Rolle werden keine Datensätze geteilt.',
    fr: 'Rôle technique pour l’accès au portail, attribué automatiquement. Aucun enregistrement n’est partagé avec ce rôle.',
    it: 'Ruolo tecnico per l’accesso al portale, assegnato automaticamente. Con questo ruolo non si condividono registrazioni.',
    en: 'Technical role for access to the portal, given automatically. No records are shared with this role.',
  },
  user_manager_hint: {
    de: 'Darf Konten eröffnen und Rollen zuweisen. Mit dieser Rolle werden keine Datensätze geteilt.',
    fr: 'Peut ouvrir des comptes et attribuer des rôles. Aucun enregistrement n’est partagé avec ce rôle.',
    it: 'Può aprire account e assegnare ruoli. Con questo ruolo non si condividono registrazioni.',
    en: 'May open accounts and assign roles. No records are shared with this role.',
  },
  file_manager_hint: {
    de: 'Darf Dokumente der eigenen Firma hochladen und ablegen. Mit dieser Rolle werden keine Datensätze geteilt.',
    fr: 'Peut télécharger et classer les documents de sa propre entreprise. Aucun enregistrement n’est partagé avec ce rôle.',
    it: 'Può caricare e archiviare i documenti della propria azienda. Con questo ruolo non si condividono registrazioni.',
    en: 'May upload and file documents of the own company. No records are shared with this role.',
  },
  occupational_pension_hint: {
    de: 'Datensätze im Zusammenhang mit dem BVG.',
    fr: 'Enregistrements en lien avec la LPP.',
    it: 'Registrazioni relative alla LPP.',
    en: 'Records about the occupational pension (BVG).',
  },
  personal_lines_hint: {
    de: 'Datensätze im Zusammenhang mit Personenversicherungen wie UVG, UVG-Zusatz und Krankentaggeld, jedoch ohne BVG.',
    fr: 'Enregistrements en lien avec les assurances de personnes (LAA, LAA complémentaire, indemnités journalières), mais sans la LPP.',
    it: 'Registrazioni relative alle assicurazioni di persone (LAINF, LAINF complementare, indennità giornaliera), ma senza la LPP.',
    en: 'Records about person insurance such as accident and daily sickness allowance, but without BVG.',
  },
  fleet_hint: {
    de: 'Zugang zu den Motorfahrzeugversicherungen.',
    fr: 'Accès aux assurances des véhicules à moteur.',
    it: 'Accesso alle assicurazioni dei veicoli a motore.',
    en: 'Access to motor insurance.',
  },
  other_lines_hint: {
    de: 'Zugang zu sämtlichen Policen ohne Personenversicherungen, BVG und Motorfahrzeuge.',
    fr: 'Accès à toutes les polices sauf assurances de personnes, LPP et véhicules à moteur.',
    it: 'Accesso a tutte le polizze tranne assicurazioni di persone, LPP e veicoli a motore.',
    en: 'Access to all policies except person insurance, BVG and motor.',
  },
  full_access_hint: {
    de: 'Sieht alles, auch vertrauliche Datensätze wie D&O, Keyman oder das Jahresreporting. Nur für Personen, die auf alles Zugriff haben dürfen.',
    fr: 'Voit tout, y compris les enregistrements confidentiels comme D&O, Keyman ou le rapport annuel. Réservé aux personnes autorisées à tout voir.',
    it: 'Vede tutto, anche le registrazioni confidenziali come D&O, Keyman o il rapporto annuale. Solo per chi può accedere a tutto.',
    en: 'Sees everything, confidential records such as D&O, keyman or the annual report included. Only for people who may see it all.',
  },
  group_manager_hint: {
    de: 'Nur bei Holdingstrukturen: weitet die eigenen Fachrollen auf alle untergeordneten Firmen aus. Ohne Fachrolle zeigt sie nichts zusätzlich.',
    fr: 'Uniquement pour les holdings : étend les rôles de branche à toutes les sociétés subordonnées. Sans rôle de branche, rien de plus n’est visible.',
    it: 'Solo per strutture holding: estende i propri ruoli di ramo a tutte le aziende subordinate. Senza ruolo di ramo non mostra nulla in più.',
    en: 'Only for holdings: extends the own line roles to all companies below. Without a line role it shows nothing more.',
  },
})
