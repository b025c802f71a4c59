import type { GroupContext } from '../../platform/slice.ts'
import { exportSite } from './siteExport.ts'

export const HOME = 'https://group.example'
const AT = new Date('2026-03-01T12:00:00Z')

/** The whole export as one text. */
export async function exported(context: GroupContext, { home = HOME, at = AT } = {}): Promise<string> {
  const pieces: string[] = []
  for await (const piece of exportSite(context, { home, at })) pieces.push(piece)
  return pieces.join('')
}
