import { phrases } from '../../platform/phrases.ts'

interface AtRisk {
  policy: string
  invoice: string
}
type Dated = AtRisk & { payBy: string; since: string; remindedOn: string }

/** What is said of paying a premium, of reminders, and of cover that rests. */
export const paymentPhrases = phrases({
  report: { de: 'Als bezahlt melden', fr: 'Annoncer comme payée', it: 'Segnalare come pagata', en: 'Report as paid' },
  report_lead: {
    de: (number: string) =>
      `Sie melden Ihrem Broker, dass die Prämienrechnung ${number} bezahlt ist. Der Status laut Export des Versicherers bleibt daneben stehen, bis er die Zahlung bestätigt.`,
    fr: (number: string) =>
      `Vous annoncez à votre courtier que la facture de prime ${number} est payée. Le statut selon l’export de l’assureur reste affiché à côté jusqu’à ce qu’il confirme le paiement.`,
    it: (number: string) =>
      `Lei segnala al Suo broker che la fattura del premio ${number} è pagata. Lo stato secondo l’esportazione dell’assicuratore resta accanto finché conferma il pagamento.`,
    en: (number: string) =>
      `You tell your broker that premium invoice ${number} is paid. The status by the insurer’s export stays beside it until it confirms the payment.`,
  },
  paid_on: { de: 'Tag der Zahlung', fr: 'Jour du paiement', it: 'Giorno del pagamento', en: 'Day of payment' },
  paid_on_hint: {
    de: 'Der Tag, an dem die Zahlung Ihr Konto verlassen hat, zum Beispiel 3.11.2026',
    fr: 'Le jour où le paiement a quitté votre compte, par exemple 3.11.2026',
    it: 'Il giorno in cui il pagamento è uscito dal Suo conto, per esempio 3.11.2026',
    en: 'The day on which the payment left your account, for example 3.11.2026',
  },
  cancel: { de: 'Abbrechen', fr: 'Annuler', it: 'Annulla', en: 'Cancel' },
  error_paid_on: {
    de: 'Geben Sie den Tag der Zahlung ein, zum Beispiel 3.11.2026',
    fr: 'Indiquez le jour du paiement, par exemple 3.11.2026',
    it: 'Indichi il giorno del pagamento, per esempio 3.11.2026',
    en: 'Enter the day of payment, for example 3.11.2026',
  },
  error_future: {
    de: 'Dieser Tag liegt in der Zukunft. Melden Sie die Zahlung, wenn sie ausgeführt ist',
    fr: 'Ce jour est dans le futur. Annoncez le paiement une fois qu’il est exécuté',
    it: 'Questo giorno è nel futuro. Segnali il pagamento quando è eseguito',
    en: 'This day is in the future. Report the payment once it has been made',
  },
  error_long_ago: {
    de: 'Dieser Tag liegt vor dem Rechnungsdatum. Prüfen Sie die Jahreszahl',
    fr: 'Ce jour est antérieur à la date de la facture. Vérifiez l’année',
    it: 'Questo giorno precede la data della fattura. Verifichi l’anno',
    en: 'This day is before the invoice date. Check the year',
  },
  error_dispatched_on: {
    de: 'Geben Sie den Versandtag der Mahnung ein, zum Beispiel 3.11.2026',
    fr: 'Indiquez le jour d’envoi de la sommation, par exemple 3.11.2026',
    it: 'Indichi il giorno di spedizione della diffida, per esempio 3.11.2026',
    en: 'Enter the day on which the reminder was dispatched, for example 3.11.2026',
  },
  error_dispatched_future: {
    de: 'Dieser Tag liegt in der Zukunft. Gemeint ist das Datum auf der Mahnung',
    fr: 'Ce jour est dans le futur. Il s’agit de la date figurant sur la sommation',
    it: 'Questo giorno è nel futuro. Si intende la data sulla diffida',
    en: 'This day is in the future. What is meant is the date on the reminder',
  },
  reported: {
    de: 'Von der Firma gemeldet',
    fr: 'Annoncé par l’entreprise',
    it: 'Segnalato dall’azienda',
    en: 'Reported by the company',
  },
  reported_paid: {
    de: (day: string) => `bezahlt am ${day}`,
    fr: (day: string) => `payée le ${day}`,
    it: (day: string) => `pagata il ${day}`,
    en: (day: string) => `paid on ${day}`,
  },
  by_you: {
    de: (day: string) => `von Ihnen gemeldet am ${day}`,
    fr: (day: string) => `annoncé par vous le ${day}`,
    it: (day: string) => `segnalato da Lei il ${day}`,
    en: (day: string) => `reported by you on ${day}`,
  },
  by_person: {
    de: (who: string, day: string) => `gemeldet von ${who} am ${day}`,
    fr: (who: string, day: string) => `annoncé par ${who} le ${day}`,
    it: (who: string, day: string) => `segnalato da ${who} il ${day}`,
    en: (who: string, day: string) => `reported by ${who} on ${day}`,
  },
  somebody: {
    de: 'einer Person der Firma',
    fr: 'une personne de l’entreprise',
    it: 'una persona dell’azienda',
    en: 'a person at the company',
  },
  confirmed: {
    de: 'Inzwischen vom Versicherer bestätigt.',
    fr: 'Entre-temps confirmé par l’assureur.',
    it: 'Nel frattempo confermato dall’assicuratore.',
    en: 'Meanwhile confirmed by the insurer.',
  },
  withdraw: { de: 'Meldung zurückziehen', fr: 'Retirer l’annonce', it: 'Ritirare la segnalazione', en: 'Withdraw the report' },
  reminder: { de: 'Mahnung', fr: 'Sommation', it: 'Diffida', en: 'Reminder' },
  reminder_sent: {
    de: (day: string) => `versandt am ${day}`,
    fr: (day: string) => `envoyée le ${day}`,
    it: (day: string) => `spedita il ${day}`,
    en: (day: string) => `dispatched on ${day}`,
  },
  upload_reminder: { de: 'Mahnung hochladen', fr: 'Ajouter la sommation', it: 'Caricare la diffida', en: 'Upload the reminder' },
  reminder_lead: {
    de: (number: string) =>
      `Laden Sie die Mahnung zur Prämienrechnung ${number} hoch und nennen Sie den Tag, an dem der Versicherer sie versandt hat. Ab diesem Tag laufen 14 Tage (VVG Art. 20). Die Mahnung wird bei der Police abgelegt, und Ihr Broker erfährt davon.`,
    fr: (number: string) =>
      `Ajoutez la sommation relative à la facture de prime ${number} et indiquez le jour où l’assureur l’a envoyée. Dès ce jour courent 14 jours (art. 20 LCA). La sommation est classée avec la police et votre courtier en est informé.`,
    it: (number: string) =>
      `Carichi la diffida relativa alla fattura del premio ${number} e indichi il giorno in cui l’assicuratore l’ha spedita. Da quel giorno decorrono 14 giorni (art. 20 LCA). La diffida è archiviata con la polizza e il Suo broker ne è informato.`,
    en: (number: string) =>
      `Upload the reminder for premium invoice ${number} and give the day on which the insurer dispatched it. From that day 14 days run (VVG Art. 20). The reminder is filed with the policy, and your broker is told.`,
  },
  reminder_lead_staff: {
    de: (number: string) =>
      `Laden Sie die Mahnung zur Prämienrechnung ${number} hoch und nennen Sie den Tag, an dem der Versicherer sie versandt hat. Ab diesem Tag laufen 14 Tage (VVG Art. 20). Die Mahnung wird bei der Police abgelegt; beim Kunden sieht sie, wer die Rechnung sieht.`,
    fr: (number: string) =>
      `Ajoutez la sommation relative à la facture de prime ${number} et indiquez le jour où l’assureur l’a envoyée. Dès ce jour courent 14 jours (art. 20 LCA). La sommation est classée avec la police ; chez le client, la voit quiconque voit la facture.`,
    it: (number: string) =>
      `Carichi la diffida relativa alla fattura del premio ${number} e indichi il giorno in cui l’assicuratore l’ha spedita. Da quel giorno decorrono 14 giorni (art. 20 LCA). La diffida è archiviata con la polizza; presso il cliente la vede chi vede la fattura.`,
    en: (number: string) =>
      `Upload the reminder for premium invoice ${number} and give the day on which the insurer dispatched it. From that day 14 days run (VVG Art. 20). The reminder is filed with the policy; at the customer, whoever sees the invoice sees it.`,
  },
  dispatched_on: { de: 'Versandt am', fr: 'Envoyée le', it: 'Spedita il', en: 'Dispatched on' },
  dispatched_hint: {
    de: 'Das Datum auf der Mahnung oder der Poststempel, zum Beispiel 3.11.2026',
    fr: 'La date figurant sur la sommation ou le cachet postal, par exemple 3.11.2026',
    it: 'La data sulla diffida o il timbro postale, per esempio 3.11.2026',
    en: 'The date on the reminder or the postmark, for example 3.11.2026',
  },
  remove_reminder: {
    de: 'Mahnung zurückziehen',
    fr: 'Retirer la sommation',
    it: 'Ritirare la diffida',
    en: 'Withdraw the reminder',
  },
  one_file: {
    de: 'Laden Sie die Mahnung als eine Datei hoch',
    fr: 'Ajoutez la sommation en un seul fichier',
    it: 'Carichi la diffida in un solo file',
    en: 'Upload the reminder as one file',
  },
  reminder_title: {
    de: (number: string) => `Mahnung zu ${number}`,
    fr: (number: string) => `Sommation relative à ${number}`,
    it: (number: string) => `Diffida relativa a ${number}`,
    en: (number: string) => `Reminder for ${number}`,
  },
  done_reported: {
    de: 'Gemeldet. Ihr Broker ist informiert.',
    fr: 'Annoncé. Votre courtier est informé.',
    it: 'Segnalato. Il Suo broker è informato.',
    en: 'Reported. Your broker has been told.',
  },
  done_withdrawn: { de: 'Zurückgezogen.', fr: 'Retiré.', it: 'Ritirato.', en: 'Withdrawn.' },
  done_reminder: {
    de: 'Die Mahnung ist abgelegt, und Ihr Broker ist informiert.',
    fr: 'La sommation est classée et votre courtier est informé.',
    it: 'La diffida è archiviata e il Suo broker è informato.',
    en: 'The reminder is filed, and your broker has been told.',
  },
  done_reminder_staff: {
    de: 'Die Mahnung ist abgelegt.',
    fr: 'La sommation est classée.',
    it: 'La diffida è archiviata.',
    en: 'The reminder is filed.',
  },
  said_paid: {
    de: (number: string, total: string, day: string) =>
      `Die Prämienrechnung ${number} über ${total} haben wir am ${day} bezahlt.`,
    fr: (number: string, total: string, day: string) => `Nous avons payé la facture de prime ${number} de ${total} le ${day}.`,
    it: (number: string, total: string, day: string) => `Abbiamo pagato la fattura del premio ${number} di ${total} il ${day}.`,
    en: (number: string, total: string, day: string) => `We paid premium invoice ${number} over ${total} on ${day}.`,
  },
  said_withdrawn: {
    de: (number: string) => `Die Meldung, die Prämienrechnung ${number} sei bezahlt, ziehen wir zurück.`,
    fr: (number: string) => `Nous retirons l’annonce du paiement de la facture de prime ${number}.`,
    it: (number: string) => `Ritiriamo la segnalazione del pagamento della fattura del premio ${number}.`,
    en: (number: string) => `We withdraw the report that premium invoice ${number} was paid.`,
  },
  said_reminder: {
    de: (number: string, day: string) =>
      `Zur Prämienrechnung ${number} haben wir eine Mahnung erhalten, versandt am ${day}. Sie ist bei der Police abgelegt.`,
    fr: (number: string, day: string) =>
      `Nous avons reçu une sommation pour la facture de prime ${number}, envoyée le ${day}. Elle est classée avec la police.`,
    it: (number: string, day: string) =>
      `Abbiamo ricevuto una diffida per la fattura del premio ${number}, spedita il ${day}. È archiviata con la polizza.`,
    en: (number: string, day: string) =>
      `For premium invoice ${number} we have received a reminder, dispatched on ${day}. It is filed with the policy.`,
  },
  said_reminder_withdrawn: {
    de: (number: string, day: string) =>
      `Die Mahnung vom ${day} zur Prämienrechnung ${number} betrifft uns nicht; wir ziehen sie zurück.`,
    fr: (number: string, day: string) =>
      `La sommation du ${day} relative à la facture de prime ${number} ne nous concerne pas ; nous la retirons.`,
    it: (number: string, day: string) =>
      `La diffida del ${day} relativa alla fattura del premio ${number} non ci riguarda; la ritiriamo.`,
    en: (number: string, day: string) =>
      `The reminder of ${day} for premium invoice ${number} does not concern us; we withdraw it.`,
  },
  past_reported: {
    de: (day: string) => `Als bezahlt gemeldet, bezahlt am ${day}`,
    fr: (day: string) => `Annoncée comme payée le ${day}`,
    it: (day: string) => `Segnalata come pagata il ${day}`,
    en: (day: string) => `Reported as paid on ${day}`,
  },
  past_withdrawn: {
    de: 'Meldung der Zahlung zurückgezogen',
    fr: 'Annonce du paiement retirée',
    it: 'Segnalazione del pagamento ritirata',
    en: 'Report of the payment withdrawn',
  },
  past_reminder: {
    de: (day: string) => `Mahnung abgelegt, versandt am ${day}`,
    fr: (day: string) => `Sommation classée, envoyée le ${day}`,
    it: (day: string) => `Diffida archiviata, spedita il ${day}`,
    en: (day: string) => `Reminder filed, dispatched on ${day}`,
  },
  past_reminder_withdrawn: {
    de: 'Mahnung zurückgezogen',
    fr: 'Sommation retirée',
    it: 'Diffida ritirata',
    en: 'Reminder withdrawn',
  },
  risk_running_title: {
    de: (payBy: string) => `Zahlbar bis ${payBy}, sonst ruht die Deckung`,
    fr: (payBy: string) => `À payer d’ici au ${payBy}, sinon la couverture est suspendue`,
    it: (payBy: string) => `Da pagare entro il ${payBy}, altrimenti la copertura è sospesa`,
    en: (payBy: string) => `Payable by ${payBy}, or cover is suspended`,
  },
  risk_running: {
    de: (p: Dated) =>
      `Der Versicherer hat die Prämienrechnung ${p.invoice} am ${p.remindedOn} gemahnt. Ist sie nicht bis ${p.payBy} bezahlt, ruht ab ${p.since} seine Leistungspflicht aus ${p.policy} (VVG Art. 20: 14 Tage ab Versand der Mahnung).`,
    fr: (p: Dated) =>
      `L’assureur a sommé de payer la facture de prime ${p.invoice} le ${p.remindedOn}. Si elle n’est pas payée d’ici au ${p.payBy}, son obligation résultant de ${p.policy} est suspendue dès le ${p.since} (art. 20 LCA : 14 jours dès l’envoi de la sommation).`,
    it: (p: Dated) =>
      `L’assicuratore ha diffidato il pagamento della fattura del premio ${p.invoice} il ${p.remindedOn}. Se non è pagata entro il ${p.payBy}, dal ${p.since} il suo obbligo derivante da ${p.policy} è sospeso (art. 20 LCA: 14 giorni dalla spedizione della diffida).`,
    en: (p: Dated) =>
      `The insurer sent a reminder for premium invoice ${p.invoice} on ${p.remindedOn}. If it is not paid by ${p.payBy}, the insurer’s duty under ${p.policy} is suspended from ${p.since} (VVG Art. 20: 14 days from the dispatch of the reminder).`,
  },
  risk_suspended_title: {
    de: (since: string) => `Deckung ruht seit ${since}`,
    fr: (since: string) => `Couverture suspendue depuis le ${since}`,
    it: (since: string) => `Copertura sospesa dal ${since}`,
    en: (since: string) => `Cover suspended since ${since}`,
  },
  risk_suspended: {
    de: (p: Dated & { lapses: string }) =>
      `Zur Prämienrechnung ${p.invoice} ist keine Zahlung bekannt; die 14 Tage seit der Mahnung vom ${p.remindedOn} sind am ${p.payBy} abgelaufen. Nach unserer Berechnung ruht seither die Leistungspflicht des Versicherers aus ${p.policy} (VVG Art. 20). Sie lebt mit der Zahlung samt Zinsen und Kosten wieder auf; fordert der Versicherer die Prämie nicht bis ${p.lapses} ein, gilt der Vertrag als aufgelöst (Art. 21). Massgebend ist der Versicherer.`,
    fr: (p: Dated & { lapses: string }) =>
      `Aucun paiement n’est connu pour la facture de prime ${p.invoice} ; les 14 jours dès la sommation du ${p.remindedOn} ont expiré le ${p.payBy}. Selon notre calcul, l’obligation de l’assureur résultant de ${p.policy} est suspendue depuis lors (art. 20 LCA). Elle reprend effet dès le paiement, intérêts et frais compris ; si l’assureur ne réclame pas la prime d’ici au ${p.lapses}, le contrat est réputé résilié (art. 21). Les indications de l’assureur font foi.`,
    it: (p: Dated & { lapses: string }) =>
      `Per la fattura del premio ${p.invoice} non risulta alcun pagamento; i 14 giorni dalla diffida del ${p.remindedOn} sono scaduti il ${p.payBy}. Secondo il nostro calcolo da allora l’obbligo dell’assicuratore derivante da ${p.policy} è sospeso (art. 20 LCA). Riprende effetto con il pagamento, interessi e spese compresi; se l’assicuratore non esige il premio entro il ${p.lapses}, il contratto è considerato sciolto (art. 21). Fa stato l’assicuratore.`,
    en: (p: Dated & { lapses: string }) =>
      `No payment is known for premium invoice ${p.invoice}; the 14 days since the reminder of ${p.remindedOn} ended on ${p.payBy}. By our reckoning the insurer’s duty under ${p.policy} has been suspended since (VVG Art. 20). It revives with the payment, interest and costs included; if the insurer does not pursue the premium by ${p.lapses}, the contract counts as withdrawn from (Art. 21). The insurer’s word is decisive.`,
  },
  risk_stated_title: { de: 'Deckung ruht', fr: 'Couverture suspendue', it: 'Copertura sospesa', en: 'Cover suspended' },
  risk_stated: {
    de: (p: AtRisk & { source: string }) =>
      `Wegen der Prämienrechnung ${p.invoice} ruht ${p.source} die Leistungspflicht des Versicherers aus ${p.policy} (VVG Art. 20). Sie lebt mit der Zahlung samt Zinsen und Kosten wieder auf (Art. 21).`,
    fr: (p: AtRisk & { source: string }) =>
      `En raison de la facture de prime ${p.invoice}, l’obligation de l’assureur résultant de ${p.policy} est suspendue ${p.source} (art. 20 LCA). Elle reprend effet dès le paiement, intérêts et frais compris (art. 21).`,
    it: (p: AtRisk & { source: string }) =>
      `A causa della fattura del premio ${p.invoice} l’obbligo dell’assicuratore derivante da ${p.policy} è sospeso ${p.source} (art. 20 LCA). Riprende effetto con il pagamento, interessi e spese compresi (art. 21).`,
    en: (p: AtRisk & { source: string }) =>
      `Because of premium invoice ${p.invoice} the insurer’s duty under ${p.policy} is suspended ${p.source} (VVG Art. 20). It revives with the payment, interest and costs included (Art. 21).`,
  },
  risk_undated_title: {
    de: 'Gemahnt: 14 Tage nach dem Versand ruht die Deckung',
    fr: 'Sommation : la couverture est suspendue 14 jours après l’envoi',
    it: 'Diffida: 14 giorni dopo la spedizione la copertura è sospesa',
    en: 'Reminded: cover is suspended 14 days after dispatch',
  },
  risk_undated: {
    de: (p: AtRisk & { source: string }) =>
      `Der Versicherer hat die Prämienrechnung ${p.invoice} ${p.source} gemahnt; wann, ist nicht bekannt. 14 Tage nach dem Versand der Mahnung ruht seine Leistungspflicht aus ${p.policy} (VVG Art. 20). Haben Sie die Mahnung erhalten, laden Sie sie hoch: Dann steht hier der letzte Tag.`,
    fr: (p: AtRisk & { source: string }) =>
      `L’assureur a envoyé une sommation pour la facture de prime ${p.invoice} ${p.source} ; la date n’est pas connue. 14 jours après l’envoi, son obligation résultant de ${p.policy} est suspendue (art. 20 LCA). Si vous avez reçu la sommation, ajoutez-la : le dernier jour figurera ici.`,
    it: (p: AtRisk & { source: string }) =>
      `L’assicuratore ha diffidato il pagamento della fattura del premio ${p.invoice} ${p.source}; la data non è nota. 14 giorni dopo la spedizione il suo obbligo derivante da ${p.policy} è sospeso (art. 20 LCA). Se ha ricevuto la diffida, la carichi: qui comparirà l’ultimo giorno.`,
    en: (p: AtRisk & { source: string }) =>
      `The insurer has sent a reminder for premium invoice ${p.invoice} ${p.source}; when is not known. 14 days after dispatch its duty under ${p.policy} is suspended (VVG Art. 20). If you have received the reminder, upload it: then the last day stands here.`,
  },
  the_policy: {
    de: (number: string, name: string) => `der Police ${number}${name ? ` (${name})` : ''}`,
    fr: (number: string, name: string) => `la police ${number}${name ? ` (${name})` : ''}`,
    it: (number: string, name: string) => `polizza ${number}${name ? ` (${name})` : ''}`,
    en: (number: string, name: string) => `policy ${number}${name ? ` (${name})` : ''}`,
  },
  to_invoice: {
    de: 'Zur Prämienrechnung',
    fr: 'Vers la facture de prime',
    it: 'Alla fattura del premio',
    en: 'To the premium invoice',
  },
  line_net: { de: 'Nettoprämie', fr: 'Prime nette', it: 'Premio netto', en: 'Net premium' },
  line_surcharge: { de: 'Zuschlag', fr: 'Supplément', it: 'Supplemento', en: 'Surcharge' },
  line_stamp_duty: {
    de: 'Eidg. Stempelabgabe',
    fr: 'Droit de timbre fédéral',
    it: 'Tassa di bollo federale',
    en: 'Federal stamp duty',
  },
  line_discount: { de: 'Rabatt', fr: 'Rabais', it: 'Sconto', en: 'Discount' },
  line_instalment_surcharge: {
    de: 'Ratenzuschlag',
    fr: 'Supplément de fractionnement',
    it: 'Supplemento rateale',
    en: 'Instalment surcharge',
  },
  line_fee: { de: 'Gebühr', fr: 'Frais', it: 'Tassa amministrativa', en: 'Fee' },
  rounding: { de: 'Rundung', fr: 'Arrondi', it: 'Arrotondamento', en: 'Rounding' },
  not_listed: {
    de: 'Nicht aufgeschlüsselt',
    fr: 'Non détaillé',
    it: 'Non dettagliato',
    en: 'Not itemised',
  },
})
