import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Said } from './said.tsx'

const html = (text: string) => renderToString(<Said text={text} />)
const links = (text: string) =>
  [...html(text).matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, to, shown]) => [to, shown])

describe('what somebody wrote', () => {
  test('has its web addresses as links that tell the other site nothing', () => {
    expect(html('Siehe https://www.admin.ch/gov?a=1&b=2.')).toBe(
      '<p class="said">Siehe <a href="https://www.admin.ch/gov?a=1&amp;b=2" rel="noopener noreferrer nofollow" target="_blank">https://www.admin.ch/gov?a=1&amp;b=2</a>.</p>',
    )
    expect(links('(http://a.example/x_(y)) und «https://b.example»!')).toEqual([
      ['http://a.example/x_(y))', 'http://a.example/x_(y))'],
      ['https://b.example/', 'https://b.example'],
    ])
    expect(links('(siehe https://b.example)')).toEqual([['https://b.example/', 'https://b.example']])
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'HTTPS:evil.example',
    'https://localhost/x',
    'https://broker.example@evil.example/x',
    'https://user:word@evil.example/x',
    'https://dоssier.example/x', // a Cyrillic о
    'https://xn--dssier-hqf.example/x',
    'http://2130706433/x',
    'http://0x7f.1/',
    'https://',
    'ftp://a.example/x',
    'xhttps://a.example',
  ])('stays text where it is no plain address: %s', (text) => {
    expect(html(text)).not.toContain('<a ')
  })

  test('is never markup', () => {
    expect(html('<b>fett</b>\nhttps://a.example/"onmouseover="x')).toBe(
      '<p class="said">&lt;b>fett&lt;/b>\n<a href="https://a.example/" rel="noopener noreferrer nofollow" target="_blank">https://a.example/</a>&quot;onmouseover=&quot;x</p>',
    )
  })
})
