import { phrases } from '../../platform/phrases.ts'

interface Summary {
  cause: string | null
  on: string
  place: string | null
  state: string
}

export const claimPhrases = phrases({
  report: { de: 'Schaden melden', fr: 'Déclarer un sinistre', it: 'Annunciare un sinistro', en: 'Report a claim' },
  whole_report: { de: 'Ganze Meldung', fr: 'Déclaration complète', it: 'Annuncio completo', en: 'The whole report' },
  title: { de: 'Schadenfälle', fr: 'Sinistres', it: 'Sinistri', en: 'Claims' },
  one: { de: 'Schadenfall', fr: 'Sinistre', it: 'Sinistro', en: 'Claim' },
  lead: {
    de: 'Die Schäden zu den Policen, die Ihre Portalrollen öffnen, mit ihrem Stand.',
    fr: 'Les sinistres relatifs aux polices que vos rôles du portail vous ouvrent, avec leur état.',
    it: 'I sinistri relativi alle polizze aperte dai Suoi ruoli del portale, con il loro stato.',
    en: 'The claims under the policies that your portal roles open, and where they stand.',
  },
  nothing_title: {
    de: 'Hier sind noch keine Schadenfälle für Sie',
    fr: 'Aucun sinistre pour vous pour l’instant',
    it: 'Qui non ci sono ancora sinistri per Lei',
    en: 'There are no claims for you here yet',
  },
  nothing_text: {
    de: 'Sie sehen die Schadenfälle zu den Policen, die Ihre Portalrollen öffnen. Fragen Sie den User Manager Ihrer Firma, wenn Ihnen eine Rolle fehlt.',
    fr: 'Vous voyez les sinistres relatifs aux polices que vos rôles du portail vous ouvrent. S’il vous manque un rôle, adressez-vous au responsable des utilisateurs de votre entreprise.',
    it: 'Lei vede i sinistri relativi alle polizze aperte dai Suoi ruoli del portale. Se Le manca un ruolo, si rivolga al responsabile degli utenti della Sua azienda.',
    en: 'You see the claims under the policies that your portal roles open. Ask the user manager of your company if you lack a role.',
  },
  number: { de: 'Schadennummer', fr: 'Numéro de sinistre', it: 'Numero del sinistro', en: 'Claim number' },
  insurer_number: {
    de: 'Schadennummer des Versicherers',
    fr: 'Numéro de sinistre de l’assureur',
    it: 'Numero del sinistro dell’assicuratore',
    en: 'Insurer’s claim number',
  },
  copy: { de: 'Nummer kopieren', fr: 'Copier le numéro', it: 'Copia il numero', en: 'Copy number' },
  occurred: { de: 'Schadendatum', fr: 'Date du sinistre', it: 'Data del sinistro', en: 'Date of loss' },
  reported: { de: 'Gemeldet am', fr: 'Déclaré le', it: 'Annunciato il', en: 'Reported on' },
  closed: { de: 'Abgeschlossen am', fr: 'Clos le', it: 'Chiuso il', en: 'Closed on' },
  place: { de: 'Ort', fr: 'Lieu', it: 'Luogo', en: 'Place' },
  cause: { de: 'Ursache', fr: 'Cause', it: 'Causa', en: 'Cause' },
  description: { de: 'Hergang', fr: 'Déroulement', it: 'Svolgimento', en: 'What happened' },
  no_description: {
    de: 'Zum Hergang ist nichts erfasst.',
    fr: 'Aucun déroulement n’est enregistré.',
    it: 'Lo svolgimento non è stato registrato.',
    en: 'Nothing is recorded about what happened.',
  },
  claimed: { de: 'Forderung', fr: 'Montant réclamé', it: 'Importo richiesto', en: 'Amount claimed' },
  paid: { de: 'Bezahlt', fr: 'Payé', it: 'Pagato', en: 'Paid' },
  reserve: { de: 'Reserve', fr: 'Réserve', it: 'Riserva', en: 'Reserve' },
  reserve_hint: {
    de: 'Die Reserve ist die Rückstellung des Versicherers. Sie sehen sie nur mit der Portalrolle Kompletter Zugriff; andere Personen Ihrer Firma sehen sie nicht.',
    fr: 'La réserve est la provision de l’assureur. Vous ne la voyez qu’avec le rôle du portail Accès complet ; les autres personnes de votre entreprise ne la voient pas.',
    it: 'La riserva è l’accantonamento dell’assicuratore. La si vede solo con il ruolo del portale Accesso completo; le altre persone della Sua azienda non la vedono.',
    en: 'The reserve is what the insurer has set aside. It is seen only with the portal role Full access; other people of your company do not see it.',
  },
  reserve_hint_line: {
    de: 'Die Reserve ist die Rückstellung des Versicherers. Es sehen sie Personen, deren Portalrolle diese Branche öffnet, und Kompletter Zugriff.',
    fr: 'La réserve est la provision de l’assureur. Elle est visible par les personnes dont le rôle du portail ouvre cette branche et avec Accès complet.',
    it: 'La riserva è l’accantonamento dell’assicuratore. La vedono le persone il cui ruolo del portale apre questo ramo e chi ha Accesso completo.',
    en: 'The reserve is what the insurer has set aside. It is seen by people whose portal role opens this line, and with Full access.',
  },
  reserve_hint_nobody: {
    de: 'Die Reserve sieht bei der Kundin niemand.',
    fr: 'Chez le client, personne ne voit la réserve.',
    it: 'Presso il cliente nessuno vede la riserva.',
    en: 'At the customer nobody sees the reserve.',
  },
  reserve_hint_staff: {
    de: 'Die Reserve sehen bei der Kundin nur Personen mit der Portalrolle Kompletter Zugriff.',
    fr: 'Chez le client, seules les personnes ayant le rôle du portail Accès complet voient la réserve.',
    it: 'Presso il cliente solo le persone con il ruolo del portale Accesso completo vedono la riserva.',
    en: 'At the customer only people with the portal role Full access see the reserve.',
  },
  object: { de: 'Versichertes Objekt', fr: 'Objet assuré', it: 'Oggetto assicurato', en: 'Insured object' },
  past_occurred: { de: 'Schaden eingetreten', fr: 'Sinistre survenu', it: 'Sinistro avvenuto', en: 'Loss occurred' },
  past_reported: { de: 'Schaden gemeldet', fr: 'Sinistre déclaré', it: 'Sinistro annunciato', en: 'Claim reported' },
  past_closed: { de: 'Abgeschlossen', fr: 'Clos', it: 'Chiuso', en: 'Closed' },
  event: { de: 'Ereignis', fr: 'Événement', it: 'Evento', en: 'Event' },
  amounts: { de: 'Beträge', fr: 'Montants', it: 'Importi', en: 'Amounts' },
  cover: { de: 'Versicherung', fr: 'Assurance', it: 'Assicurazione', en: 'Insurance' },
  state: { de: 'Status', fr: 'Statut', it: 'Stato', en: 'Status' },
  state_draft: { de: 'Entwurf', fr: 'brouillon', it: 'bozza', en: 'draft' },
  state_reported: { de: 'gemeldet', fr: 'déclaré', it: 'annunciato', en: 'reported' },
  state_forwarded: {
    de: 'an Versicherer weitergeleitet',
    fr: 'transmis à l’assureur',
    it: 'trasmesso all’assicuratore',
    en: 'forwarded to the insurer',
  },
  state_in_progress: { de: 'in Bearbeitung', fr: 'en cours de traitement', it: 'in elaborazione', en: 'in progress' },
  state_query: { de: 'Rückfrage', fr: 'question en suspens', it: 'richiesta di chiarimenti', en: 'query' },
  state_settled: { de: 'reguliert', fr: 'réglé', it: 'liquidato', en: 'settled' },
  state_rejected: { de: 'abgelehnt', fr: 'refusé', it: 'respinto', en: 'rejected' },
  state_closed: { de: 'geschlossen', fr: 'clos', it: 'chiuso', en: 'closed' },
  view_open: { de: 'Offen', fr: 'En cours', it: 'In corso', en: 'Open' },
  view_progress: { de: 'In Bearbeitung', fr: 'En traitement', it: 'In elaborazione', en: 'In progress' },
  view_query: { de: 'Rückfrage offen', fr: 'Question en suspens', it: 'Domanda in sospeso', en: 'Query open' },
  view_own: { de: 'Von mir gemeldet', fr: 'Déclarés par moi', it: 'Annunciati da me', en: 'Reported by me' },
  view_closed: { de: 'Abgeschlossen', fr: 'Clos', it: 'Conclusi', en: 'Closed' },
  summary: {
    de: (p: Summary) => `${p.cause ?? 'Schaden'} am ${p.on}${p.place ? `, ${p.place}` : ''}. Stand: ${p.state}.`,
    fr: (p: Summary) => `${p.cause ?? 'Sinistre'}, le ${p.on}${p.place ? `, ${p.place}` : ''}. État : ${p.state}.`,
    it: (p: Summary) => `${p.cause ?? 'Sinistro'}, ${p.on}${p.place ? `, ${p.place}` : ''}. Stato: ${p.state}.`,
    en: (p: Summary) => `${p.cause ?? 'Claim'} on ${p.on}${p.place ? `, ${p.place}` : ''}. Status: ${p.state}.`,
  },
})
