import { chairsPath } from './mailing/chair.ts'
import { comesBack } from './mailing/comesBack.ts'
import { noConsentNoLetter } from './mailing/consent.ts'
import { killedWhileSending } from './mailing/kills.ts'
import { letterOpened } from './mailing/opened.ts'
import { Sink } from './mailing/sink.ts'
import { oneClick } from './mailing/unsubscribing.ts'
import { clone, openScene, sampleGroup, startProgram } from './openScene.ts'
import { everyPage } from './people/keyboard.ts'
import { portraitsOf } from './people/portraits.ts'
import type { Walk } from './walk.ts'
import { figures } from './website/figures.ts'
import type { Scene, WalkOptions } from './website/scene.ts'

const MEASURES = ['letters', 'herd']

/** Issue 5: the newsletter, to each who asked for it, never twice. */
export async function mailingWalk(walk: Walk, options: WalkOptions): Promise<void> {
  const { scene, sink } = withPost(await openScene(walk, options))
  const { program, group } = await walk.step('A clone, its program, the sample group, and a mail server', async () => {
    clone(scene)
    await sink.start()
    const started = await startProgram(scene)
    return { program: started, group: await sampleGroup(scene) }
  })
  await walk.step('The chair’s path', () => chairsPath(scene, group, sink))
  await walk.step('5,000 letters, killed twenty times', () => killedWhileSending(scene, program, sink))
  await walk.step('No consent, no letter', () => noConsentNoLetter(scene, group, sink))
  await walk.step('One click (RFC 8058)', () => oneClick(scene, sink))
  await walk.step('A letter, opened', () => letterOpened(scene, sink))
  await walk.step('Every page, looked at in every way', () => everyPage(scene, group, 'mailing'))
  await walk.step('Portraits', () => portraitsOf(scene, group, 'mailing'))
  await walk.step('Figures', () => figures(scene, MEASURES))
  await walk.step('What comes back', () => comesBack(scene)) // the last, because its aim is known to be missed
}

/** The same scene, whose program hands its letters to a mail server of the walk's own. */
function withPost(scene: Scene): { scene: Scene; sink: Sink } {
  const sink = new Sink(scene)
  scene.walk.atTheEnd(() => sink.kill())
  const env = { ...scene.terminal.env, SMTP_URL: `smtp://127.0.0.1:${sink.port}`, MAIL_FROM: 'office@rivers.example' }
  return { scene: { ...scene, terminal: { ...scene.terminal, env } }, sink }
}
