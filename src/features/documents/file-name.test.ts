import { expect, test } from 'vitest'
import { contentDisposition, nameToSend, typeToSend } from './file-name.ts'

test.each([
  ['Police 2026.pdf', 'application/pdf', 'Police 2026.pdf'],
  ['Übersicht Prämien.PDF', 'application/pdf', 'Übersicht Prämien.PDF'],
  ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
  ['C:\\Windows\\cmd.exe', 'application/pdf', 'cmd.exe.pdf'],
  ['a.pdf\r\nSet-Cookie: x=1', 'application/pdf', 'a.pdfSet-Cookie_ x=1.pdf'],
  ['rechnung\u202efdp.exe', 'application/octet-stream', 'rechnungfdp.exe.bin'],
  ['seite.html', 'text/html', 'seite.html.bin'],
  ['bild.svg', 'image/svg+xml', 'bild.svg.bin'],
  ['tabelle.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'tabelle.xlsx'],
  ['foto.jpeg', 'image/jpeg', 'foto.jpeg'],
  ['foto.png', 'image/jpeg', 'foto.png.jpg'],
  ['"; filename="evil.html', 'application/pdf', '_; filename=_evil.html.pdf'],
  ['...', 'application/pdf', 'document.pdf'],
  ['.htaccess', 'application/pdf', 'htaccess.pdf'],
  ['u\u0308ber.pdf', 'application/pdf', 'über.pdf'],
])('%j as %s is saved as %j', (original, type, saved) => {
  expect(nameToSend(original, type)).toBe(saved)
})

test('a long name is cut in front of its ending', () => {
  const name = nameToSend(`${'ä'.repeat(400)}.pdf`, 'application/pdf')
  expect([...name]).toHaveLength(150)
  expect(name.endsWith('ä.pdf')).toBe(true)
  expect([...nameToSend('😀'.repeat(400), 'application/pdf')]).toHaveLength(150)
})

test('the header holds nothing but plain signs, whatever the name', () => {
  for (const name of ['Prämie «neu».pdf', "it's (1)*.pdf", '100%.pdf', '😀.pdf', 'a\\b".pdf']) {
    expect(contentDisposition(name)).toMatch(/^attachment; filename="[ !#-$&-[\]-~]+"; filename\*=UTF-8''[A-Za-z0-9!._~%-]+$/)
  }
  expect(contentDisposition("é(1)'.pdf")).toBe(`attachment; filename="_(1)'.pdf"; filename*=UTF-8''%C3%A9%281%29%27.pdf`)
})

test('only types that cannot run are named', () => {
  expect(['application/pdf', 'image/png', 'image/jpeg', 'text/html', 'image/svg+xml', 'toString'].map(typeToSend)).toEqual([
    'application/pdf',
    'image/png',
    'image/jpeg',
    'application/octet-stream',
    'application/octet-stream',
    'application/octet-stream',
  ])
})
