import { comments } from './complete/comments.ts'
import { aThousandGroups, ownDatabaseServer } from './complete/hosting.ts'
import { clone, openScene, sampleGroup, startProgram } from './openScene.ts'
import type { Walk } from './walk.ts'
import type { WalkOptions } from './website/scene.ts'

/** Issue 3: the website complete, with comments, export, archive and many groups. */
export async function completeWalk(walk: Walk, options: WalkOptions): Promise<void> {
  const scene = await openScene(walk, options)
  const group = await walk.step('A clone, its program and the sample group', async () => {
    clone(scene)
    await startProgram(scene)
    return sampleGroup(scene)
  })
  await walk.step('A comment, from the form to the page, and its moderation on a phone', () => comments(scene, group))
  await walk.step('A thousand groups', () => aThousandGroups(scene))
  await walk.step('On a database server of one’s own', () => ownDatabaseServer(scene))
}
