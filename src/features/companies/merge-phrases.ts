import { phrases } from '../../platform/phrases.ts'

export const mergePhrases = phrases({
  title: { de: 'Firmen zusammenführen', fr: 'Fusionner des entreprises', it: 'Unire aziende', en: 'Merge companies' },
  begin: {
    de: 'Mit einer anderen Firma zusammenführen',
    fr: 'Fusionner avec une autre entreprise',
    it: 'Unire con un’altra azienda',
    en: 'Merge with another company',
  },
  lead: {
    de: (from: string) =>
      `Alles von ${from} geht an die andere Firma. ${from} bleibt als archivierter Verweis. Das lässt sich nicht zurücknehmen.`,
    fr: (from: string) =>
      `Tout ce qui appartient à ${from} passe à l’autre entreprise. ${from} reste comme renvoi archivé. Cela ne peut pas être annulé.`,
    it: (from: string) =>
      `Tutto ciò che appartiene a ${from} passa all’altra azienda. ${from} resta come rinvio archiviato. Non si può annullare.`,
    en: (from: string) =>
      `Everything of ${from} goes to the other company. ${from} stays as an archived pointer. This cannot be taken back.`,
  },
  into: {
    de: 'Welche Firma bleibt?',
    fr: 'Quelle entreprise reste\u202f?',
    it: 'Quale azienda resta?',
    en: 'Which company stays?',
  },
  choose: { de: 'Bitte wählen', fr: 'Veuillez choisir', it: 'Scelga', en: 'Please choose' },
  check: { de: 'Prüfen', fr: 'Vérifier', it: 'Verificare', en: 'Check' },
  check_title: {
    de: (from: string, into: string) => `${from} → ${into}`,
    fr: (from: string, into: string) => `${from} → ${into}`,
    it: (from: string, into: string) => `${from} → ${into}`,
    en: (from: string, into: string) => `${from} → ${into}`,
  },
  contacts: { de: 'Kontakte', fr: 'Contacts', it: 'Contatti', en: 'Contacts' },
  accounts: { de: 'Portalkonten', fr: 'Comptes du portail', it: 'Account del portale', en: 'Portal accounts' },
  records: { de: 'Datensätze', fr: 'Enregistrements', it: 'Record', en: 'Records' },
  below: { de: 'Firmen darunter', fr: 'Entreprises en dessous', it: 'Aziende sottostanti', en: 'Companies below' },
  renumbered: {
    de: 'Anfragen mit neuer Nummer',
    fr: 'Demandes avec un nouveau numéro',
    it: 'Richieste con un nuovo numero',
    en: 'Requests with a new number',
  },
  roles_hint: {
    de: 'Die Personen beider Firmen sehen mit ihren Rollen danach die Datensätze beider.',
    fr: 'Ensuite, les personnes des deux entreprises voient avec leurs rôles les enregistrements des deux.',
    it: 'In seguito le persone di entrambe le aziende vedono, con i loro ruoli, i record di entrambe.',
    en: 'Afterwards the people of both companies see the records of both, with the roles they have.',
  },
  at_both: {
    de: (names: string) =>
      `Diese Personen haben bei beiden Firmen ein Konto: ${names}. Ziehen Sie zuerst eines der beiden zurück oder ändern Sie die Adresse des Kontakts.`,
    fr: (names: string) =>
      `Ces personnes ont un compte dans les deux entreprises\u202f: ${names}. Retirez d’abord l’un des deux ou modifiez l’adresse du contact.`,
    it: (names: string) =>
      `Queste persone hanno un account presso entrambe le aziende: ${names}. Ritiri prima uno dei due o modifichi l’indirizzo del contatto.`,
    en: (names: string) =>
      `These people have an account at both companies: ${names}. Withdraw one of the two first, or change the contact’s address.`,
  },
  go: { de: 'Zusammenführen', fr: 'Fusionner', it: 'Unire', en: 'Merge' },
  cancel: { de: 'Abbrechen', fr: 'Annuler', it: 'Annullare', en: 'Cancel' },
  error_choose: {
    de: 'Wählen Sie die Firma, die bleibt.',
    fr: 'Choisissez l’entreprise qui reste.',
    it: 'Scelga l’azienda che resta.',
    en: 'Choose the company that stays.',
  },
  merged_meanwhile: {
    de: 'Eine der beiden Firmen wurde inzwischen geändert, archiviert oder zusammengeführt. Prüfen Sie noch einmal.',
    fr: 'L’une des deux entreprises a été modifiée, archivée ou fusionnée entre-temps. Vérifiez de nouveau.',
    it: 'Una delle due aziende è stata nel frattempo modificata, archiviata o unita. Verifichi di nuovo.',
    en: 'One of the two companies was changed, archived or merged meanwhile. Check again.',
  },
  done: {
    de: 'Die Firmen sind zusammengeführt.',
    fr: 'Les entreprises sont fusionnées.',
    it: 'Le aziende sono unite.',
    en: 'The companies are merged.',
  },
  show: { de: 'zur anderen Firma', fr: 'vers l’autre entreprise', it: 'all’altra azienda', en: 'to the other company' },
  pointer: {
    de: 'Diese Firma wurde zusammengeführt. Alles von ihr steht jetzt hier:',
    fr: 'Cette entreprise a été fusionnée. Tout se trouve désormais ici\u202f:',
    it: 'Questa azienda è stata unita. Tutto si trova ora qui:',
    en: 'This company was merged. Everything of it is now here:',
  },
})
