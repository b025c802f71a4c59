import type { Global } from './global-attributes.ts'
import type {
  Button,
  FieldSet,
  Form,
  Input,
  Label,
  Meter,
  OptGroup,
  Option,
  Output,
  Progress,
  Select,
  TextArea,
} from './form-tags.ts'

type Text = string | undefined
type Size = number | string | undefined
type Referrer =
  | 'no-referrer'
  | 'origin'
  | 'same-origin'
  | 'strict-origin'
  | 'strict-origin-when-cross-origin'
  | undefined
type CrossOrigin = 'anonymous' | 'use-credentials' | '' | undefined

interface Anchor extends Global {
  href?: Text
  hreflang?: Text
  rel?: Text
  target?: Text
  download?: string | boolean | undefined
  referrerpolicy?: Referrer
  type?: Text
}
interface Cited extends Global {
  cite?: Text
  datetime?: Text
}
interface Cell extends Global {
  colspan?: number | undefined
  rowspan?: number | undefined
  headers?: Text
}
interface HeaderCell extends Cell {
  scope?: 'row' | 'col' | 'rowgroup' | 'colgroup' | undefined
  abbr?: Text
}
interface Details extends Global {
  open?: boolean | undefined
  name?: Text
}
interface Image extends Global {
  /** Always given: empty for a picture that only decorates. */
  alt: string
  src: string
  srcset?: Text
  sizes?: Text
  width?: Size
  height?: Size
  loading?: 'eager' | 'lazy' | undefined
  decoding?: 'async' | 'auto' | 'sync' | undefined
  fetchpriority?: 'high' | 'low' | 'auto' | undefined
  referrerpolicy?: Referrer
}
interface Frame extends Global {
  src: string
  /** What the page in it may do: nothing, when it is empty. */
  sandbox: '' | 'allow-popups'
  /** Read out, and needed: a frame without a name is a hole in the page. */
  title: string
}
interface Link extends Global {
  rel: string
  href: string
  type?: Text
  as?: Text
  media?: Text
  sizes?: Text
  hreflang?: Text
  crossorigin?: CrossOrigin
  blocking?: 'render' | undefined
}
interface Media extends Global {
  src?: Text
  controls?: boolean | undefined
  preload?: 'none' | 'metadata' | 'auto' | undefined
  loop?: boolean | undefined
  muted?: boolean | undefined
  playsinline?: boolean | undefined
  poster?: Text
  width?: Size
  height?: Size
}
interface Meta extends Global {
  charset?: 'utf-8' | undefined
  name?: Text
  property?: Text
  content?: Text
  media?: Text
  'http-equiv'?: 'refresh' | undefined
}
interface OrderedList extends Global {
  start?: number | undefined
  reversed?: boolean | undefined
  type?: '1' | 'a' | 'A' | 'i' | 'I' | undefined
}
/** A script is a file of ours, or a block of data; never code in the page. */
interface Script extends Global {
  src?: Text
  type?: 'module' | 'application/ld+json' | undefined
  defer?: boolean | undefined
  async?: boolean | undefined
}
interface Source extends Global {
  src?: Text
  srcset?: Text
  sizes?: Text
  media?: Text
  type?: Text
  width?: Size
  height?: Size
}
interface Track extends Global {
  src: string
  kind?: 'captions' | 'subtitles' | 'descriptions' | undefined
  srclang?: Text
  label?: Text
  default?: boolean | undefined
}

type Bare =
  | 'abbr'
  | 'address'
  | 'article'
  | 'aside'
  | 'b'
  | 'bdi'
  | 'bdo'
  | 'body'
  | 'br'
  | 'caption'
  | 'cite'
  | 'code'
  | 'datalist'
  | 'dd'
  | 'dfn'
  | 'div'
  | 'dl'
  | 'dt'
  | 'em'
  | 'figcaption'
  | 'figure'
  | 'footer'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'head'
  | 'header'
  | 'hgroup'
  | 'hr'
  | 'html'
  | 'i'
  | 'kbd'
  | 'legend'
  | 'main'
  | 'mark'
  | 'menu'
  | 'nav'
  | 'noscript'
  | 'p'
  | 'picture'
  | 'pre'
  | 'rp'
  | 'rt'
  | 'ruby'
  | 's'
  | 'samp'
  | 'search'
  | 'section'
  | 'small'
  | 'span'
  | 'strong'
  | 'sub'
  | 'summary'
  | 'sup'
  | 'table'
  | 'tbody'
  | 'template'
  | 'tfoot'
  | 'thead'
  | 'title'
  | 'tr'
  | 'u'
  | 'ul'
  | 'var'
  | 'wbr'

/** The elements of HTML that pages of ours use, each with its own attributes (HTML Living Standard §4). */
export type HtmlTags = { [tag in Bare]: Global } & {
  a: Anchor
  audio: Media
  blockquote: Cited
  button: Button
  col: Global & { span?: number | undefined }
  colgroup: Global & { span?: number | undefined }
  data: Global & { value?: Size }
  del: Cited
  details: Details
  dialog: Global & { open?: boolean | undefined; closedby?: 'any' | 'closerequest' | 'none' | undefined }
  fieldset: FieldSet
  form: Form
  iframe: Frame
  img: Image
  input: Input
  ins: Cited
  label: Label
  li: Global & { value?: number | undefined }
  link: Link
  meta: Meta
  meter: Meter
  ol: OrderedList
  optgroup: OptGroup
  option: Option
  output: Output
  progress: Progress
  q: Cited
  script: Script
  select: Select
  source: Source
  td: Cell
  textarea: TextArea
  th: HeaderCell
  time: Global & { datetime?: Text }
  track: Track
  video: Media
}
