/** Brings headings, file names and words to one spelling: «Kündigungsfrist (Mt.)», KUENDIGUNGSFRIST MT → kundigungsfristmt. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9%]/g, '')
    .replace(/([aou])e/g, '$1')
}
