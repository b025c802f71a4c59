import { type DocJson, mapAddresses, toHtml } from '../../../writing/index.ts'
import { type TrustedHtml, trustHtml } from '../../../ui/Trusted.tsx'
import { inLetter } from '../addresses.ts'
import type { LetterFrame } from '../letterFrame.ts'
import type { Styles } from './styles.ts'

/** A text as a letter shows it: the website's own HTML of it, with whole addresses, and each element's style in it. */
export function textHtml(doc: DocJson, of: Styles, frame: Pick<LetterFrame, 'home' | 'slug'>): TrustedHtml {
  const whole = mapAddresses(doc, (address, use) => (use === 'image' ? address : inLetter(address, frame)))
  const html = toHtml(whole, { image: (src) => ({ src: src.startsWith('/') ? `${frame.home}${src}` : src }) })
  return trustHtml(
    html
      .replace(/ (?:id|loading|srcset|sizes)="[^"]*"/g, '')
      .replace(OPENING, (_, tag: Tag) => `<${tag} style="${of.text[tag]}"`),
  )
}

type Tag = keyof Styles['text']
const TAGS: readonly Tag[] = [
  'blockquote',
  'figcaption',
  'caption',
  'figure',
  'table',
  'img',
  'pre',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'li',
  'th',
  'td',
  'hr',
  'p',
  'a',
]
/** Only of our own tags: what somebody wrote stands escaped, so no `<` of theirs is one. */
const OPENING = new RegExp(`<(${TAGS.join('|')})(?=[ >])`, 'g')
