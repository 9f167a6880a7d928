import { phrases } from '../../platform/phrases.ts'

interface W {
  vehicle: string
  on: string
}

/** Working off a vehicle mutation. */
export const vehicleChangePhrases = phrases({
  title: {
    de: (what: string) => `${what}: ausführen`,
    fr: (what: string) => `${what} : exécuter`,
    it: (what: string) => `${what}: eseguire`,
    en: (what: string) => `${what}: carry out`,
  },
  step_form: {
    de: 'Ergänzen Sie die Angaben des Kunden. Vor dem Ausführen sehen Sie, was sich ändert.',
    fr: 'Complétez les données du client. Avant l’exécution, vous voyez ce qui change.',
    it: 'Completi i dati del cliente. Prima dell’esecuzione vede che cosa cambia.',
    en: 'Complete what the customer gave. Before anything happens you see what changes.',
  },
  policy: { de: 'Police', fr: 'Police', it: 'Polizza', en: 'Policy' },
  vehicle: { de: 'Fahrzeug', fr: 'Véhicule', it: 'Veicolo', en: 'Vehicle' },
  check: { de: 'Änderung prüfen', fr: 'Vérifier la modification', it: 'Verifica la modifica', en: 'Check the change' },
  no_policies: {
    de: 'Diese Firma hat keine laufende Police für Fahrzeuge. Erfassen Sie zuerst die Police oder antworten Sie dem Kunden.',
    fr: 'Cette entreprise n’a pas de police de véhicules en cours. Saisissez d’abord la police ou répondez au client.',
    it: 'Questa azienda non ha polizze per veicoli in corso. Registri prima la polizza o risponda al cliente.',
    en: 'This company has no running policy for vehicles. Enter the policy first, or answer the customer.',
  },
  no_vehicles: {
    de: 'Diese Firma hat kein versichertes Fahrzeug.',
    fr: 'Cette entreprise n’a pas de véhicule assuré.',
    it: 'Questa azienda non ha veicoli assicurati.',
    en: 'This company has no insured vehicle.',
  },
  error_policy: {
    de: 'Wählen Sie die Police, unter der das Fahrzeug versichert wird.',
    fr: 'Choisissez la police qui assurera le véhicule.',
    it: 'Scelga la polizza che assicurerà il veicolo.',
    en: 'Choose the policy that will insure the vehicle.',
  },
  error_object: {
    de: 'Wählen Sie das Fahrzeug.',
    fr: 'Choisissez le véhicule.',
    it: 'Scelga il veicolo.',
    en: 'Choose the vehicle.',
  },
  error_before: {
    de: (day: string) => `Das Fahrzeug ist erst ab ${day} versichert. Wählen Sie einen Tag danach.`,
    fr: (day: string) => `Le véhicule n’est assuré qu’à partir du ${day}. Choisissez un jour ultérieur.`,
    it: (day: string) => `Il veicolo è assicurato solo dal ${day}. Scelga un giorno successivo.`,
    en: (day: string) => `The vehicle is insured only from ${day}. Choose a day after that.`,
  },
  check_title: { de: 'Änderung prüfen', fr: 'Vérifier la modification', it: 'Verificare la modifica', en: 'Check the change' },
  new_vehicle: { de: 'Neues Fahrzeug', fr: 'Nouveau véhicule', it: 'Nuovo veicolo', en: 'New vehicle' },
  changed_vehicle: { de: 'Fahrzeug', fr: 'Véhicule', it: 'Veicolo', en: 'Vehicle' },
  field: { de: 'Angabe', fr: 'Donnée', it: 'Dato', en: 'Field' },
  now: { de: 'Bisher', fr: 'Actuel', it: 'Attuale', en: 'Now' },
  next: { de: 'Neu', fr: 'Nouveau', it: 'Nuovo', en: 'New' },
  seen_by: {
    de: (roles: string) => `Das Fahrzeug sehen Personen dieser Firma mit der Portalrolle ${roles}.`,
    fr: (roles: string) => `Le véhicule est visible pour les personnes de cette entreprise ayant le rôle ${roles}.`,
    it: (roles: string) => `Il veicolo è visibile alle persone di questa azienda con il ruolo ${roles}.`,
    en: (roles: string) => `The vehicle is seen by people of this company with the portal role ${roles}.`,
  },
  same_plate: {
    de: (name: string) =>
      `Unter diesem Kontrollschild läuft schon ein Fahrzeug: ${name}. Bei einem Wechselschild ist das richtig.`,
    fr: (name: string) =>
      `Un véhicule circule déjà sous cette plaque : ${name}. C’est correct avec des plaques interchangeables.`,
    it: (name: string) => `Con questa targa circola già un veicolo: ${name}. Con targhe trasferibili è corretto.`,
    en: (name: string) => `A vehicle already runs under this plate: ${name}. With interchangeable plates that is right.`,
  },
  answer: { de: 'Antwort an den Kunden', fr: 'Réponse au client', it: 'Risposta al cliente', en: 'Answer to the customer' },
  answer_hint: {
    de: 'Leer lassen, um nicht zu antworten. Nach dem Senden lässt sie sich 30 Sekunden lang zurücknehmen.',
    fr: 'Laissez vide pour ne pas répondre. Après l’envoi, elle peut être retirée pendant 30 secondes.',
    it: 'Lasci vuoto per non rispondere. Dopo l’invio si può ritirare per 30 secondi.',
    en: 'Leave empty to send none. For 30 seconds after sending it can be taken back.',
  },
  error_answer: {
    de: 'Die Antwort ist zu lang oder enthält Zeichen, die wir nicht lesen können.',
    fr: 'La réponse est trop longue ou contient des caractères illisibles.',
    it: 'La risposta è troppo lunga o contiene caratteri illeggibili.',
    en: 'The answer is too long, or contains characters that we cannot read.',
  },
  carry_out: { de: 'Ausführen', fr: 'Exécuter', it: 'Esegui', en: 'Carry out' },
  back: { de: 'Zurück', fr: 'Retour', it: 'Indietro', en: 'Back' },
  conflict_title: {
    de: 'Inzwischen geändert',
    fr: 'Modifié entre-temps',
    it: 'Modificato nel frattempo',
    en: 'Changed meanwhile',
  },
  conflict_text: {
    de: 'Jemand hat das Fahrzeug geändert oder diese Anfrage schon ausgeführt. Es wurde nichts geändert. Unter «Bisher» steht, wie es jetzt ist.',
    fr: 'Quelqu’un a modifié le véhicule ou déjà exécuté cette demande. Rien n’a été modifié. « Actuel » montre l’état présent.',
    it: 'Qualcuno ha modificato il veicolo o ha già eseguito questa richiesta. Non è stato modificato nulla. «Attuale» mostra lo stato presente.',
    en: 'Somebody changed the vehicle, or carried this request out already. Nothing was changed. “Now” shows how it stands.',
  },
  said_in: {
    de: ({ vehicle, on }: W) => `Wir haben ${vehicle} per ${on} in Ihre Police aufgenommen.`,
    fr: ({ vehicle, on }: W) => `Nous avons ajouté ${vehicle} à votre police au ${on}.`,
    it: ({ vehicle, on }: W) => `Abbiamo incluso ${vehicle} nella Sua polizza dal ${on}.`,
    en: ({ vehicle, on }: W) => `We have added ${vehicle} to your policy as of ${on}.`,
  },
  said_out: {
    de: ({ vehicle, on }: W) => `Wir haben ${vehicle} per ${on} aus Ihrer Police ausgeschlossen.`,
    fr: ({ vehicle, on }: W) => `Nous avons retiré ${vehicle} de votre police au ${on}.`,
    it: ({ vehicle, on }: W) => `Abbiamo escluso ${vehicle} dalla Sua polizza al ${on}.`,
    en: ({ vehicle, on }: W) => `We have taken ${vehicle} out of your policy as of ${on}.`,
  },
  said_plate: {
    de: ({ vehicle, on }: W) => `Wir haben das Kontrollschild per ${on} geändert: ${vehicle}.`,
    fr: ({ vehicle, on }: W) => `Nous avons modifié la plaque au ${on} : ${vehicle}.`,
    it: ({ vehicle, on }: W) => `Abbiamo modificato la targa dal ${on}: ${vehicle}.`,
    en: ({ vehicle, on }: W) => `We have changed the number plate as of ${on}: ${vehicle}.`,
  },
  greeting: {
    de: (name: string) => `Guten Tag ${name}`,
    fr: (name: string) => `Bonjour ${name}`,
    it: (name: string) => `Buongiorno ${name}`,
    en: (name: string) => `Dear ${name}`,
  },
  regards: { de: 'Freundliche Grüsse', fr: 'Meilleures salutations', it: 'Cordiali saluti', en: 'Kind regards' },
})
