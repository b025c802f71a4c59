import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type TrustedHtml, trustHtml } from './Trusted.tsx'

/** The Lucide icons in use (ISC licence), by their Lucide names. */
export const iconNames = [
  'archive',
  'arrow-down',
  'arrow-left',
  'arrow-right',
  'arrow-up',
  'bell',
  'bold',
  'book-open',
  'calendar',
  'calendar-check',
  'calendar-days',
  'chart-column',
  'check',
  'chevron-down',
  'chevron-left',
  'chevron-right',
  'circle-alert',
  'circle-check',
  'circle-help',
  'bookmark-plus',
  'building-2',
  'clipboard-list',
  'clock',
  'clock-alert',
  'download',
  'ellipsis',
  'external-link',
  'eye',
  'file-plus',
  'file-text',
  'flag',
  'folder',
  'globe',
  'heading-2',
  'heading-3',
  'heading-4',
  'history',
  'house',
  'image',
  'inbox',
  'info',
  'italic',
  'key-round',
  'landmark',
  'layout-dashboard',
  'link',
  'list',
  'list-ordered',
  'lock',
  'log-out',
  'mail',
  'map-pin',
  'megaphone',
  'menu',
  'message-square',
  'newspaper',
  'paperclip',
  'pencil',
  'pen-line',
  'plus',
  'printer',
  'quote',
  'redo-2',
  'rss',
  'save',
  'scale',
  'search',
  'send',
  'settings',
  'shield',
  'star',
  'table',
  'tag',
  'trash-2',
  'triangle-alert',
  'undo-2',
  'upload',
  'user',
  'user-plus',
  'users',
  'wallet',
  'x',
] as const

export type IconName = (typeof iconNames)[number]

const kept = new Map<IconName, TrustedHtml>()
const { resolve } = createRequire(import.meta.url)

/** The shapes inside an icon's 24 by 24 square, read once from the package. */
export function iconShapes(name: IconName): TrustedHtml {
  let shapes = kept.get(name)
  if (!shapes) kept.set(name, (shapes = readShapes(name)))
  return shapes
}

function readShapes(name: IconName): TrustedHtml {
  const file = readFileSync(resolve(`lucide-static/icons/${name}.svg`), 'utf8')
  const shapes = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(file)?.[1]
  if (shapes === undefined) throw new Error(`The icon ${name} has no shapes.`)
  return trustHtml(shapes.replaceAll(/\s*\n\s*/g, ''))
}
