import { expect, test } from '@playwright/test'
import { wordsOf } from './tools/words.ts'

// The journeys read the portal's phrases; this holds the German ones against the user's manual, word for word.

const { activation, account, contact, home, house, password, role, signIn, ui, welcome } = wordsOf('de')

test('the welcome mail is the one of chapter 1', () => {
  const paragraphs = [
    'Lieber Kunde',
    'Wir freuen uns, Ihnen die Zugangsdaten für unser Kundenportal zustellen zu dürfen.',
    'Bitte klicken Sie auf den nachfolgenden Link, um Ihr Konto zu aktivieren:',
    '{{winvs_emailconfirmationlink}}',
    'Ihr temporäres Passwort lautet: {{winvs_temporarypassword}}',
    'Wählen und setzen Sie anschliessend bitte auf der Folgeseite ein persönliches Passwort.',
    'Mit der Aktivierung des Kundenportal-Accounts akzeptieren Sie als Benutzer die AGB gemäss Anhang. Bei Fragen zur Nutzung oder den AGB sind wir gerne für Sie da.',
    'Freundliche Grüsse',
  ]
  expect(
    welcome.body
      .replace(/[^\S\n]+/g, ' ')
      .split('\n\n')
      .slice(0, 8),
  ).toEqual(paragraphs)
})

test('activation and sign-in speak as in chapter 1', () => {
  expect([
    activation.title,
    activation.lead,
    activation.temporary,
    password.new_password,
    password.confirm,
    activation.submit,
  ]).toEqual([
    'Konto aktivieren',
    'Vielen Dank für die Aktivierung Ihres Kontos. Sie müssen Ihr Passwort ändern, bevor Sie auf das Kundenportal zugreifen können.',
    'Aktuelles Passwort eingeben',
    'Neues Passwort eingeben',
    'Passwort bestätigen',
    'Aktivierung abschliessen',
  ])
  expect([ui.passwordRulesMet, activation.done]).toEqual([
    'Passwortrichtlinien erfüllt',
    'Passwort wurde erfolgreich gespeichert und die Aktivierung abgeschlossen. Sie können sich auf der nächsten Seite im Kundenportal anmelden.',
  ])
  expect([
    signIn.title,
    signIn.lead,
    signIn.user_name,
    signIn.password,
    signIn.remember,
    signIn.submit,
    signIn.forgotten,
  ]).toEqual([
    'Anmeldung',
    'Geben Sie Ihren Benutzernamen und Passwort ein und klicken Sie auf Login',
    'Benutzername',
    'Passwort',
    'angemeldet bleiben',
    'anmelden',
    'Sie haben Ihr Passwort vergessen?',
  ])
})

test('home and the navigation speak as in chapters 2 and 3', () => {
  expect([home.lead, home.notifications, home.contact, home.actions]).toEqual([
    'Willkommen auf unserem Kundenportal!',
    'Benachrichtigungen',
    'Kontakt',
    'Aktionen',
  ])
  const { policies, premium_invoices, insured_objects, claims, invoices, requests, documents, contacts } = house
  const entries = [house.home, policies, premium_invoices, insured_objects, claims, invoices, requests, documents, contacts]
  expect(entries.map((label) => label.toUpperCase()).join(' · ')).toBe(
    'START · POLICEN · PRÄMIENRECHNUNGEN · VERSICHERTE OBJEKTE · SCHADENFÄLLE · RECHNUNGEN · ANFRAGEN · DOKUMENTE · KONTAKTE',
  )
  expect([ui.search, ui.messages, ui.profile, ui.signOut]).toEqual(['Suchen', 'Portalnachrichten', 'Profil', 'Abmelden'])
})

test('contacts, the portal account and its roles speak as in chapter 3', () => {
  expect([contact.full_name, contact.email, contact.position, contact.business_phone, contact.mobile, contact.create]).toEqual([
    'Vollständiger Name',
    'E-Mail',
    'Position',
    'Telefon (geschäftlich)',
    'Mobiltelefon',
    'Erstelle Neu',
  ])
  expect([account.account_none, account.account_active, account.roles, account.apply]).toEqual([
    'Portalkonto inaktiv',
    'Portalkonto aktiv',
    'Rollen',
    'Anwenden',
  ])
  const { personal_lines, occupational_pension, fleet, other_lines, group_manager, full_access } = role
  expect([personal_lines, occupational_pension, fleet, other_lines, group_manager, full_access]).toEqual([
    'Personenversicherungen ohne BVG',
    'Berufliche Vorsorge',
    'Flottenmanager',
    'Übrige Branchen',
    'Konzernmanager',
    'Kompletter Zugriff',
  ])
})
