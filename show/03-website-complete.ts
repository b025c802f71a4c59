import { archives } from './complete/archive.ts'
import { bringInMore } from './complete/bringIn.ts'
import { comments } from './complete/comments.ts'
import { richEditor } from './complete/editor.ts'
import { exports } from './complete/exports.ts'
import { hostileArchives } from './complete/hostileArchives.ts'
import { aThousandGroups, ownDatabaseServer } from './complete/hosting.ts'
import { portraitsOf } from './complete/portraits.ts'
import { signInSafely } from './complete/signIn.ts'
import { websiteExtras } from './complete/website.ts'
import { clone, openScene, sampleGroup, startProgram } from './openScene.ts'
import type { Walk } from './walk.ts'
import { figures } from './website/figures.ts'
import type { WalkOptions } from './website/scene.ts'

const MEASURES = ['comments', 'thousandGroups', 'archives']

/** Issue 3: the website complete, with comments, export, archive and many groups. */
export async function completeWalk(walk: Walk, options: WalkOptions): Promise<void> {
  const scene = await openScene(walk, options)
  const group = await walk.step('A clone, its program and the sample group', async () => {
    clone(scene)
    await startProgram(scene)
    return sampleGroup(scene)
  })
  await walk.step('A comment, from the form to the page, and its moderation on a phone', () => comments(scene, group))
  await walk.step('The website taken out and brought back in, equal', () => exports(scene))
  await walk.step('Archives in use, elsewhere, killed and moved', () => archives(scene))
  await walk.step('A thousand groups', () => aThousandGroups(scene))
  await walk.step('Passkey, code, and help from another officer', () => signInSafely(scene, group))
  await walk.step('On a database server of one’s own', () => ownDatabaseServer(scene))
  await walk.step('Hostile archives', () => hostileArchives(scene))
  await walk.step('Pictures fetched, hostile hosts refused, and a trial', () => bringInMore(scene))
  await walk.step('Reads, series, officers, and a website elsewhere', () => websiteExtras(scene, group))
  await walk.step('The rich editor, by keyboard and from Word', () => richEditor(scene, group))
  await walk.step('Figures', () => figures(scene, MEASURES))
  await walk.step('Portraits', () => portraitsOf(scene, group))
}
