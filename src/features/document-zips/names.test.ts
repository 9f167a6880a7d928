import { expect, test } from 'vitest'
import { namesInZip } from './names.ts'

const one = (title: string, fileName = 'D0001.pdf', company = 'Muster AG') => ({ title, fileName, company })

test('a document is named by its title, with the ending of its file', () => {
  expect(
    namesInZip([one('Police BVG-31.657.464'), one('Foto', 'IMG_1.JPG'), one('Liste.csv', 'liste.csv'), one('Ohne', 'ohne')]),
  ).toEqual(['Police BVG-31.657.464.pdf', 'Foto.jpg', 'Liste.csv', 'Ohne'])
})

test('no two are the same, whatever the case and however their umlauts are written', () => {
  expect(namesInZip([one('Prämie'), one('PRÄMIE'), one('Pra\u0308mie'), one('Prämie (2)')])).toEqual([
    'Prämie.pdf',
    'PRÄMIE (2).pdf',
    'Prämie (3).pdf',
    'Prämie (2) (2).pdf',
  ])
})

test('nothing leads out of the folder, hides or is kept by a system for itself', () => {
  const names = namesInZip([
    one('../../etc/passwd'),
    one('C:\\Windows\\x'),
    one('con'),
    one('…'),
    one('. .'),
    one('rechnung\u202efdp'),
    one('x'.repeat(300)),
    one('Ende. '),
  ])
  for (const name of names) {
    expect(name).not.toMatch(/^[/\\.]|\.\.[/\\]|[\\:*?"<>|\p{Cc}\p{Cf}]/u)
    expect(name.length).toBeLessThan(150)
  }
  expect(names.slice(0, 5)).toEqual(['-..-etc-passwd.pdf', 'C_-Windows-x.pdf', '_con.pdf', '….pdf', 'Dokument.pdf'])
  expect(names.at(-1)).toBe('Ende.pdf')
})

test('several companies have a folder each', () => {
  expect(namesInZip([one('Police', 'a.pdf', 'Muster Holding AG'), one('Police', 'b.pdf', 'Bau/Partner AG')])).toEqual([
    'Muster Holding AG/Police.pdf',
    'Bau-Partner AG/Police.pdf',
  ])
})
