import { normalPath } from '../wordpress/addresses.ts'
import { type Meta, readOwnMeta } from '../wordpress/ownMeta.ts'
import { LONGEST_PATH } from './rules.ts'

const UPLOADS = '/wp-content/uploads/'

/**
 * The address a file of the old site keeps here, or null when it is none of its uploads. Files of hosted sites lie on a
 * host of their own ('https://group.files.wordpress.com/2017/11/x.jpg') and come to the usual place.
 * @param attached what `_wp_attached_file` says: '2017/11/x.jpg'
 */
export function picturePath(url: string, attached?: string): string | null {
  const path = pathIn(url) ?? (attached ? normalPath(UPLOADS + attached.replace(/^\/+/, '')) : null)
  return path !== null && Buffer.byteLength(path) <= LONGEST_PATH ? path : null
}

/** Where a picture lies that came from a website of ours: its files have a place of their own. */
export function ownPicturePath(meta: Meta): string | null {
  const { path } = readOwnMeta(meta)
  const isPlace = path !== null && /^\/files\/\d{4}\/\d\d\/[^/]+\.\w{2,5}$/.test(path) && normalPath(path) === path
  return isPlace && Buffer.byteLength(path) <= LONGEST_PATH ? path : null
}

function pathIn(url: string): string | null {
  const pathname = /^https?:\/\/[^/?#]+([^?#]*)/i.exec(url)?.[1] ?? ''
  const at = pathname.indexOf(UPLOADS)
  if (at !== -1) return normalPath(pathname.slice(at))
  return /^\/\d{4}\/\d\d\/[^/]+\.\w{2,5}$/.test(pathname) ? normalPath(UPLOADS + pathname.slice(1)) : null
}

/** Where a picture's file lies among the uploads: '2017/11/x.jpg'; one of ours keeps its folder. */
export const uploadOf = (path: string): string =>
  path.startsWith(UPLOADS) ? path.slice(UPLOADS.length) : path.slice(1)

/** The picture a smaller copy was made from: 'march-300x200.jpg' and 'march-scaled.jpg' are 'march.jpg'. */
export const originalPath = (path: string): string =>
  path.replace(/-(?:\d{1,5}x\d{1,5}|scaled|rotated|e\d{10,})(?=\.\w{2,5}$)/, '')
