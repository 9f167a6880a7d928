import { href, type Visit } from '../../../platform/visit.ts'
import { signInPage } from '../../house/page.tsx'
import { galleries } from '../entries.ts'
import { galleryPhrases } from '../phrases.ts'

/** The list of everything there is to look at. */
export function galleryPage(visit: Omit<Visit, 'db'>) {
  return signInPage(visit, {
    title: galleryPhrases(visit.language).title,
    children: Object.entries(galleries).map(([feature, entries]) => (
      <section key={feature}>
        <h2>{feature}</h2>
        <ul>
          {entries.map((entry, index) => (
            <li key={entry.name}>
              <a href={href(visit, `/gallery/${feature}/${index}`)}>{entry.name}</a>
            </li>
          ))}
        </ul>
      </section>
    )),
  })
}
