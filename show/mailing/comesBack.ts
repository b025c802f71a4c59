import type { Scene } from '../website/scene.ts'
import { expect } from '../walk.ts'
import { classified } from './classified.ts'
import type { Scores } from './scores.ts'

/** Issue 5 asks for so much of the set that no rule was written from, in hundredths. */
const WANTED = { kind: 95, group: 90 } as const

/** Bounces, complaints and answers, understood; what no rule was written from is only counted. */
export async function comesBack(scene: Scene): Promise<void> {
  const [counted, , , ...known] = await classified(scene)
  for (const { mails, classRight } of known)
    expect(classRight === mails, `all ${mails} of a set that rules were written from are right: ${classRight}`)
  const { kind, group } = sharesOf(counted!)
  expect(
    kind >= WANTED.kind && group >= WANTED.group,
    `of sisimai’s mails ${WANTED.kind}% are right on hard, soft or neither, and ${WANTED.group}% on the reason’s group: ${kind.toFixed(1)}% and ${group.toFixed(1)}%`,
  )
}

const sharesOf = ({ mails, classRight, withReason, groupRight }: Scores) => ({
  kind: (100 * classRight) / mails,
  group: (100 * groupRight) / withReason,
})
