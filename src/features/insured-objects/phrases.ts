import { phrases } from '../../platform/phrases.ts'

interface Summary {
  name: string
  kind: string
  plate: string | null
  policy: string | null
  from: string | null
  to: string | null
}

export const insuredObjectPhrases = phrases({
  title: { de: 'Versicherte Objekte', fr: 'Objets assurés', it: 'Oggetti assicurati', en: 'Insured objects' },
  lead: {
    de: 'Fahrzeuge, Gebäude, Maschinen, Standorte und Personengruppen, die über Ihre Policen versichert sind.',
    fr: 'Les véhicules, bâtiments, machines, sites et groupes de personnes assurés par vos polices.',
    it: 'Veicoli, edifici, macchine, ubicazioni e gruppi di persone assicurati dalle Sue polizze.',
    en: 'The vehicles, buildings, machines, sites and groups of persons that your policies insure.',
  },
  nothing_title: {
    de: 'Hier sind noch keine versicherten Objekte für Sie',
    fr: 'Aucun objet assuré pour vous pour l’instant',
    it: 'Qui non ci sono ancora oggetti assicurati per Lei',
    en: 'There are no insured objects for you here yet',
  },
  nothing_text: {
    de: 'Sie sehen die Objekte der Policen, die Ihre Portalrollen öffnen, zum Beispiel Fahrzeuge mit der Rolle Flottenmanager. Fragen Sie den User Manager Ihrer Firma.',
    fr: 'Vous voyez les objets des polices que vos rôles du portail vous ouvrent, par exemple les véhicules avec le rôle Gestionnaire de flotte. Adressez-vous au responsable des utilisateurs de votre entreprise.',
    it: 'Lei vede gli oggetti delle polizze aperte dai Suoi ruoli del portale, ad esempio i veicoli con il ruolo Gestore della flotta. Si rivolga al responsabile degli utenti della Sua azienda.',
    en: 'You see the objects of the policies that your portal roles open, for example vehicles with the role Fleet manager. Ask the user manager of your company.',
  },
  name: { de: 'Bezeichnung', fr: 'Désignation', it: 'Denominazione', en: 'Name' },
  kind: { de: 'Art', fr: 'Genre', it: 'Genere', en: 'Kind' },
  plate: { de: 'Kontrollschild', fr: 'Plaque de contrôle', it: 'Targa', en: 'Plate' },
  copy_plate: { de: 'Kontrollschild kopieren', fr: 'Copier la plaque', it: 'Copia la targa', en: 'Copy plate' },
  make_model: { de: 'Marke/Modell', fr: 'Marque/modèle', it: 'Marca/modello', en: 'Make/model' },
  master_number: { de: 'Stammnummer', fr: 'Numéro matricule', it: 'Numero di matricola', en: 'Master number' },
  vin: { de: 'Fahrgestellnummer', fr: 'Numéro de châssis', it: 'Numero di telaio', en: 'Chassis number (VIN)' },
  first_registered: {
    de: '1. Inverkehrsetzung',
    fr: '1re mise en circulation',
    it: '1ª messa in circolazione',
    en: 'First registration',
  },
  value: { de: 'Wert', fr: 'Valeur', it: 'Valore', en: 'Value' },
  location: { de: 'Standort', fr: 'Emplacement', it: 'Ubicazione', en: 'Location' },
  cost_centre: { de: 'Kostenstelle', fr: 'Centre de coûts', it: 'Centro di costo', en: 'Cost centre' },
  valid_from: { de: 'Gültig ab', fr: 'Valable dès', it: 'Valido dal', en: 'Valid from' },
  valid_to: { de: 'Gültig bis', fr: 'Valable jusqu’au', it: 'Valido fino al', en: 'Valid until' },
  event_added: {
    de: (request: string) => `Aufgenommen mit Anfrage ${request}`,
    fr: (request: string) => `Ajouté avec la demande ${request}`,
    it: (request: string) => `Incluso con la richiesta ${request}`,
    en: (request: string) => `Added with request ${request}`,
  },
  event_changed: {
    de: (request: string) => `Geändert mit Anfrage ${request}`,
    fr: (request: string) => `Modifié avec la demande ${request}`,
    it: (request: string) => `Modificato con la richiesta ${request}`,
    en: (request: string) => `Changed with request ${request}`,
  },
  event_ended: {
    de: (request: string) => `Beendet mit Anfrage ${request}`,
    fr: (request: string) => `Terminé avec la demande ${request}`,
    it: (request: string) => `Terminato con la richiesta ${request}`,
    en: (request: string) => `Ended with request ${request}`,
  },
  state_current: { de: 'gültig', fr: 'valable', it: 'valido', en: 'valid' },
  state_future: { de: 'noch nicht gültig', fr: 'pas encore valable', it: 'non ancora valido', en: 'not valid yet' },
  state_ended: { de: 'nicht mehr gültig', fr: 'plus valable', it: 'non più valido', en: 'no longer valid' },
  object: { de: 'Objekt', fr: 'Objet', it: 'Oggetto', en: 'Object' },
  vehicle_card: { de: 'Fahrzeug', fr: 'Véhicule', it: 'Veicolo', en: 'Vehicle' },
  cover: { de: 'Versicherung', fr: 'Assurance', it: 'Assicurazione', en: 'Insurance' },
  same_plate: {
    de: 'Weitere Objekte mit diesem Kontrollschild',
    fr: 'Autres objets avec cette plaque',
    it: 'Altri oggetti con questa targa',
    en: 'Other objects on this plate',
  },
  shared_plate_hint: {
    de: 'Bei Wechselschildern teilen sich mehrere Fahrzeuge ein Kontrollschild.',
    fr: 'Avec des plaques interchangeables, plusieurs véhicules partagent une plaque.',
    it: 'Con targhe trasferibili più veicoli condividono una targa.',
    en: 'With interchangeable plates several vehicles share one plate.',
  },
  kind_vehicle: { de: 'Fahrzeug', fr: 'Véhicule', it: 'Veicolo', en: 'Vehicle' },
  kind_machine: { de: 'Maschine', fr: 'Machine', it: 'Macchina', en: 'Machine' },
  kind_building: { de: 'Gebäude', fr: 'Bâtiment', it: 'Edificio', en: 'Building' },
  kind_site: { de: 'Standort', fr: 'Site', it: 'Ubicazione', en: 'Site' },
  kind_business: { de: 'Betrieb', fr: 'Exploitation', it: 'Attività', en: 'Business' },
  kind_installation: { de: 'Anlage', fr: 'Installation', it: 'Impianto', en: 'Installation' },
  kind_construction: { de: 'Bauobjekt', fr: 'Ouvrage', it: 'Opera di costruzione', en: 'Construction' },
  kind_transport: { de: 'Transport', fr: 'Transport', it: 'Trasporto', en: 'Transport' },
  kind_group: { de: 'Personengruppe', fr: 'Groupe de personnes', it: 'Gruppo di persone', en: 'Group of persons' },
  kind_person: { de: 'Person', fr: 'Personne', it: 'Persona', en: 'Person' },
  kind_entity: { de: 'Gesellschaft', fr: 'Société', it: 'Società', en: 'Company' },
  view_current: { de: 'Heute gültige', fr: 'Valables aujourd’hui', it: 'Validi oggi', en: 'Valid today' },
  view_ending: { de: 'Endet in 90 Tagen', fr: 'Fin dans 90 jours', it: 'Termina entro 90 giorni', en: 'Ends within 90 days' },
  kinds_vehicle: { de: 'Fahrzeuge', fr: 'Véhicules', it: 'Veicoli', en: 'Vehicles' },
  kinds_machine: { de: 'Maschinen', fr: 'Machines', it: 'Macchine', en: 'Machines' },
  kinds_building: { de: 'Gebäude', fr: 'Bâtiments', it: 'Edifici', en: 'Buildings' },
  kinds_site: { de: 'Standorte', fr: 'Sites', it: 'Ubicazioni', en: 'Sites' },
  kinds_business: { de: 'Betriebe', fr: 'Exploitations', it: 'Attività', en: 'Businesses' },
  kinds_installation: { de: 'Anlagen', fr: 'Installations', it: 'Impianti', en: 'Installations' },
  kinds_construction: { de: 'Bauobjekte', fr: 'Ouvrages', it: 'Opere di costruzione', en: 'Constructions' },
  kinds_transport: { de: 'Transporte', fr: 'Transports', it: 'Trasporti', en: 'Transports' },
  kinds_group: { de: 'Personengruppen', fr: 'Groupes de personnes', it: 'Gruppi di persone', en: 'Groups of persons' },
  kinds_person: { de: 'Personen', fr: 'Personnes', it: 'Persone', en: 'Persons' },
  kinds_entity: { de: 'Gesellschaften', fr: 'Sociétés', it: 'Società', en: 'Companies' },
  summary: {
    de: (p: Summary) =>
      `${described(p)}${p.policy ? `, versichert mit Police ${p.policy}` : ''}${p.from ? `, ab ${p.from}` : ''}${p.to ? ` bis ${p.to}` : ''}.`,
    fr: (p: Summary) =>
      `${described(p)}${p.policy ? `, assuré par la police ${p.policy}` : ''}${p.from ? `, dès le ${p.from}` : ''}${p.to ? ` jusqu’au ${p.to}` : ''}.`,
    it: (p: Summary) =>
      `${described(p)}${p.policy ? `, assicurazione: polizza ${p.policy}` : ''}${p.from ? `, dal ${p.from}` : ''}${p.to ? ` fino al ${p.to}` : ''}.`,
    en: (p: Summary) =>
      `${described(p)}${p.policy ? `, insured with policy ${p.policy}` : ''}${p.from ? `, from ${p.from}` : ''}${p.to ? ` until ${p.to}` : ''}.`,
  },
})

function described({ kind, name, plate }: Summary): string {
  return [kind, name === kind ? '' : name, name === plate ? '' : plate].filter(Boolean).join(' ')
}
