import { someone } from '../browser.ts'
import { signedIn } from '../signingIn.ts'
import { shootAll } from '../website/portraits.ts'
import type { Scene, Trial } from '../website/scene.ts'

/** Pictures of the pages that came with the complete website, of the sample group. */
export async function portraitsOf(scene: Scene, group: Trial): Promise<void> {
  const { address } = group
  const visitor = await someone(scene.browser)
  await shootAll(scene, { context: visitor, address }, visitorPages)
  await visitor.close()
  const officer = await signedIn(scene, group)
  await shootAll(scene, { context: officer, address }, officerPages)
  await officer.close()
  scene.walk.saw(`pictures at 1280 and 390 px, beside those of the steps: ${scene.walk.shots}`)
}

const visitorPages = {
  'public-home': '/',
  'public-officers': '/officers',
  'public-series': '/series',
  'public-sign-in': '/sign-in',
}
const officerPages = {
  'office-today': '/office',
  'office-comments': '/office/comments',
  'office-reads': '/office/website/reads',
  'office-export-website': '/office/website/export',
  'office-export-everything': '/office/export',
  'office-officers': '/office/officers',
  'my-security': '/my/security',
}
