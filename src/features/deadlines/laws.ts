/** Which law a line of business is under; with it go rules for notices and for late premiums (domain 2.2). */
export type Law = 'vvg' | 'uvg' | 'bvg'

interface Line {
  line_code: string | null
  line: string | null
}

const pensionCodes = new Set(['BVG', 'BVGK', 'LPP'])
const accidentCodes = new Set(['UVG', 'UVGF', 'LAA', 'LAINF'])
const lifeCodes = new Set(['LEB', 'LEBEN', 'VIE', 'VITA', 'KEY'])

/** The law of a line, from its code, and of codes that a source made up from its name. */
export function lawOf({ line_code, line }: Line): Law {
  const [code, name] = [line_code ?? '', line ?? '']
  if (pensionCodes.has(code) || /vorsorge|prévoyance|previdenza|\b(?:BVG|LPP)\b/i.test(name)) return 'bvg'
  return accidentCodes.has(code) ? 'uvg' : 'vvg'
}

/** Life insurance, which VVG Art. 35a leaves out. */
export function isLife({ line_code, line }: Line): boolean {
  return lifeCodes.has(line_code ?? '') || /leben|keyman|\b(?:vie|vita)\b/i.test(line ?? '')
}
