import type { Language } from '../../platform/phrases.ts'

interface Terms {
  title: string
  body: string
}

const paragraphs = (...texts: string[]) => texts.join('\n\n')

/** The terms of use a new brokerage begins with (version 1); it may publish its own. Paragraphs are parted by an empty line. */
export function termsTexts(brokerage: string): Record<Language, Terms> {
  return { de: german(brokerage), fr: french(brokerage), it: italian(brokerage), en: english(brokerage) }
}

const german = (brokerage: string): Terms => ({
  title: 'Allgemeine Geschäftsbedingungen für das Kundenportal',
  body: paragraphs(
    `1. Geltung. Diese Bedingungen regeln die Nutzung des Kundenportals von ${brokerage} (nachfolgend «der Broker») durch Kundinnen und Kunden und die von ihnen bezeichneten Personen. Sie ergänzen den Brokervertrag; bei Widersprüchen geht dieser vor.`,
    '2. Zweck. Im Kundenportal sehen Sie Angaben zu Ihren Versicherungen: Policen, Prämienrechnungen, versicherte Objekte, Schadenfälle, Rechnungen und Dokumente. Sie können dem Broker Nachrichten und Anfragen senden und Schäden melden.',
    '3. Zugang. Ihr Portalkonto ist persönlich. Geben Sie Ihr Passwort niemandem weiter und melden Sie sich auf gemeinsam genutzten Geräten ab. Benachrichtigen Sie den Broker sofort, wenn Sie vermuten, dass jemand anderes Ihr Konto benutzt.',
    '4. Portalrollen. Welche Angaben Sie sehen, richtet sich nach den Rollen, die Ihnen der Broker oder der User Manager Ihrer Firma zuteilt. Die Firma sorgt dafür, dass nur berechtigte Personen Rollen erhalten, und lässt Konten von ausgetretenen Mitarbeitenden ohne Verzug sperren.',
    '5. Verbindlichkeit. Massgebend sind die Policen, Bedingungen und Abrechnungen der Versicherungsunternehmen. Angaben im Kundenportal, namentlich Fristen, Zahlungsstände und Prämien, dienen der Übersicht und können vom aktuellen Stand abweichen; der Datenstand wird angezeigt.',
    '6. Meldungen und Anfragen. Nachrichten, Anfragen und Schadenmeldungen bearbeitet der Broker während seiner Geschäftszeiten. Eine Meldung im Kundenportal begründet noch keinen Versicherungsschutz und ersetzt keine Kündigung oder Erklärung, für die eine besondere Form oder Frist gilt. In dringenden Fällen rufen Sie bitte an.',
    '7. Datenschutz. Der Broker bearbeitet Personendaten nach dem schweizerischen Datenschutzgesetz und nur, soweit es für seine Aufgabe nötig ist. Zugriffe werden aufgezeichnet, damit sich unberechtigte Zugriffe erkennen lassen. Besonders schützenswerte Angaben, etwa zur Gesundheit, geben Sie nur an, wenn sie für Ihr Anliegen erforderlich sind.',
    '8. Verfügbarkeit. Der Broker betreibt das Kundenportal sorgfältig, kann aber keine unterbruchsfreie Verfügbarkeit zusichern. Er darf den Zugang für Wartung oder zum Schutz der Daten vorübergehend einschränken.',
    '9. Haftung. Der Broker haftet für Schäden, die er absichtlich oder grobfahrlässig verursacht. Im Übrigen ist die Haftung für die Nutzung des Kundenportals im gesetzlich zulässigen Umfang ausgeschlossen. Die Haftung aus dem Brokervertrag bleibt unberührt.',
    '10. Änderungen. Der Broker kann diese Bedingungen anpassen. Eine neue Fassung wird Ihnen im Kundenportal vorgelegt; ohne Ihre Zustimmung können Sie es nicht weiter nutzen. Frühere Fassungen erhalten Sie auf Anfrage.',
    '11. Ende, Recht und Gerichtsstand. Der Zugang endet mit dem Brokervertrag oder wenn die Firma oder der Broker das Konto schliesst. Es gilt schweizerisches Recht; Gerichtsstand ist, soweit das Gesetz nichts anderes zwingend vorsieht, der Sitz des Brokers.',
  ),
})

const french = (brokerage: string): Terms => ({
  title: 'Conditions générales du portail clients',
  body: paragraphs(
    `1. Champ d'application. Les présentes conditions régissent l'utilisation du portail clients de ${brokerage} (ci-après « le courtier ») par les clientes et clients et par les personnes qu'ils désignent. Elles complètent le mandat de courtage, qui prévaut en cas de contradiction.`,
    '2. But. Le portail clients vous montre les données relatives à vos assurances : polices, factures de primes, objets assurés, sinistres, factures et documents. Vous pouvez envoyer des messages et des demandes au courtier et déclarer des sinistres.',
    "3. Accès. Votre compte du portail est personnel. Ne communiquez votre mot de passe à personne et déconnectez-vous des appareils partagés. Avertissez immédiatement le courtier si vous supposez qu'un tiers utilise votre compte.",
    "4. Rôles du portail. Les données que vous voyez dépendent des rôles que le courtier ou le responsable des utilisateurs de votre entreprise vous attribue. L'entreprise veille à ce que seules des personnes autorisées reçoivent des rôles et fait bloquer sans délai les comptes des personnes qui la quittent.",
    "5. Valeur des données. Les polices, les conditions et les décomptes des entreprises d'assurance font foi. Les données du portail clients, notamment les délais, les états de paiement et les primes, donnent une vue d'ensemble et peuvent s'écarter de la situation actuelle ; l'état des données est indiqué.",
    "6. Déclarations et demandes. Le courtier traite les messages, les demandes et les déclarations de sinistre pendant ses heures d'ouverture. Une annonce dans le portail clients ne crée pas encore de couverture d'assurance et ne remplace pas une résiliation ou une déclaration soumise à une forme ou à un délai particulier. En cas d'urgence, veuillez téléphoner.",
    "7. Protection des données. Le courtier traite les données personnelles conformément à la loi suisse sur la protection des données et dans la seule mesure nécessaire à sa tâche. Les accès sont enregistrés afin de déceler les accès non autorisés. N'indiquez des données sensibles, par exemple sur la santé, que si votre demande l'exige.",
    "8. Disponibilité. Le courtier exploite le portail clients avec soin, mais ne peut garantir une disponibilité ininterrompue. Il peut restreindre temporairement l'accès pour l'entretien ou pour protéger les données.",
    "9. Responsabilité. Le courtier répond des dommages qu'il cause intentionnellement ou par négligence grave. Pour le reste, toute responsabilité liée à l'utilisation du portail clients est exclue dans les limites de la loi. La responsabilité découlant du mandat de courtage demeure réservée.",
    "10. Modifications. Le courtier peut adapter les présentes conditions. Une nouvelle version vous est soumise dans le portail clients ; sans votre accord, vous ne pouvez plus l'utiliser. Les versions antérieures vous sont remises sur demande.",
    "11. Fin, droit et for. L'accès prend fin avec le mandat de courtage ou lorsque l'entreprise ou le courtier ferme le compte. Le droit suisse est applicable ; sous réserve des dispositions légales impératives, le for est au siège du courtier.",
  )
    // French puts a narrow unbreakable space before these signs and inside its quotes.
    .replace(/ (?=[:;?!»])|(?<=«) /g, '\u202f'),
})

const italian = (brokerage: string): Terms => ({
  title: 'Condizioni generali del portale clienti',
  body: paragraphs(
    `1. Campo d'applicazione. Le presenti condizioni disciplinano l'utilizzo del portale clienti di ${brokerage} (di seguito «il broker») da parte dei clienti e delle persone da loro designate. Esse completano il mandato di brokeraggio, che prevale in caso di contraddizioni.`,
    '2. Scopo. Nel portale clienti vede i dati relativi alle Sue assicurazioni: polizze, fatture dei premi, oggetti assicurati, sinistri, fatture e documenti. Può inviare messaggi e richieste al broker e annunciare sinistri.',
    '3. Accesso. Il Suo account del portale è personale. Non comunichi la password a nessuno e si disconnetta dagli apparecchi condivisi. Avvisi subito il broker se presume che un terzo utilizzi il Suo account.',
    "4. Ruoli del portale. I dati che vede dipendono dai ruoli che il broker o il responsabile degli utenti della Sua azienda Le attribuisce. L'azienda provvede affinché solo le persone autorizzate ricevano ruoli e fa bloccare senza indugio gli account di chi lascia l'azienda.",
    '5. Valore dei dati. Fanno stato le polizze, le condizioni e i conteggi delle imprese di assicurazione. I dati nel portale clienti, in particolare termini, stato dei pagamenti e premi, servono da panoramica e possono scostarsi dalla situazione attuale; lo stato dei dati è indicato.',
    '6. Annunci e richieste. Il broker tratta messaggi, richieste e annunci di sinistro durante i propri orari di lavoro. Un annuncio nel portale clienti non crea ancora una copertura assicurativa e non sostituisce una disdetta o una dichiarazione per cui valgono una forma o un termine particolari. Nei casi urgenti La preghiamo di telefonare.',
    '7. Protezione dei dati. Il broker tratta i dati personali secondo la legge svizzera sulla protezione dei dati e solo nella misura necessaria al proprio compito. Gli accessi vengono registrati per poter riconoscere quelli non autorizzati. Indichi dati degni di particolare protezione, per esempio sulla salute, solo se la Sua richiesta lo esige.',
    "8. Disponibilità. Il broker gestisce il portale clienti con cura, ma non può garantire una disponibilità senza interruzioni. Può limitare temporaneamente l'accesso per la manutenzione o per proteggere i dati.",
    "9. Responsabilità. Il broker risponde dei danni che causa intenzionalmente o per negligenza grave. Per il resto la responsabilità per l'utilizzo del portale clienti è esclusa nei limiti della legge. È fatta salva la responsabilità derivante dal mandato di brokeraggio.",
    '10. Modifiche. Il broker può adeguare le presenti condizioni. Una nuova versione Le viene sottoposta nel portale clienti; senza il Suo consenso non può più utilizzarlo. Le versioni precedenti sono disponibili su richiesta.',
    "11. Fine, diritto e foro. L'accesso termina con il mandato di brokeraggio o quando l'azienda o il broker chiude l'account. Si applica il diritto svizzero; salvo disposizioni imperative della legge, il foro è la sede del broker.",
  ),
})

const english = (brokerage: string): Terms => ({
  title: 'Terms and conditions of the customer portal',
  body: paragraphs(
    `1. Scope. These terms govern the use of the customer portal of ${brokerage} (the “broker”) by customers and the people they name. They supplement the brokerage mandate, which prevails where the two differ.`,
    '2. Purpose. The customer portal shows you information about your insurance: policies, premium invoices, insured objects, claims, invoices and documents. You can send messages and requests to the broker and report claims.',
    '3. Access. Your portal account is personal. Do not pass your password on to anybody, and sign out on shared devices. Tell the broker at once if you suspect that somebody else is using your account.',
    '4. Portal roles. What you see depends on the roles which the broker or your company’s user manager gives you. The company makes sure that only entitled people receive roles and has the accounts of people who leave blocked without delay.',
    '5. What is binding. The policies, conditions and statements of the insurers are binding. Information in the customer portal, such as deadlines, payment states and premiums, is an overview and may differ from the current situation; the date of the data is shown.',
    '6. Reports and requests. The broker handles messages, requests and claim reports during office hours. A report in the customer portal does not yet create insurance cover and does not replace a termination or declaration for which a special form or deadline applies. In urgent cases please telephone.',
    '7. Data protection. The broker processes personal data in accordance with the Swiss Data Protection Act and only as far as its task requires. Access is recorded so that unauthorised access can be recognised. Give sensitive information, for instance about health, only where your matter requires it.',
    '8. Availability. The broker operates the customer portal with care but cannot promise uninterrupted availability. It may restrict access temporarily for maintenance or to protect data.',
    '9. Liability. The broker is liable for damage it causes intentionally or by gross negligence. Otherwise liability for the use of the customer portal is excluded as far as the law permits. Liability under the brokerage mandate is unaffected.',
    '10. Changes. The broker may amend these terms. A new version is put before you in the customer portal; without your consent you cannot go on using it. Earlier versions are available on request.',
    '11. End, law and jurisdiction. Access ends with the brokerage mandate or when the company or the broker closes the account. Swiss law applies; unless mandatory law provides otherwise, the courts at the broker’s registered office have jurisdiction.',
  ),
})
