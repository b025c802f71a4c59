import { z } from 'zod'
import { email, offices, persons } from '../../people/index.ts'
import { theHost } from '../../platform/actor.ts'
import { addHost } from '../../platform/groupState.ts'
import { answersTo, groupCalled } from '../../platform/groupNames.ts'
import { contextOf } from '../../platform/installation.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Command } from '../../platform/slice.ts'
import { keepTrial } from '../../platform/trials.ts'

const NEEDED = 'Say who its first officer is: --officer chair@example.org.'

/** A trial that somebody wants to keep becomes a group with an officer. */
export const keepTrialCommand: Command = {
  name: 'group keep-trial',
  operands: '<slug> --officer <address> [--host <name>]',
  summary: 'Make a group of a trial before it ends',
  options: { officer: { type: 'string' }, host: { type: 'string', multiple: true } },
  run: async ({ services, operands: [slug = ''], options, say }) => {
    const group = groupCalled(services.groups, slug)
    const officer = z.string(NEEDED).pipe(email).safeParse(options['officer'])
    if (!officer.success) throw new Refusal(officer.error.issues[0]?.message ?? NEEDED, 422)
    await contextOf(services, group, theHost(group.id)).act(async (act) => {
      await keepTrial(act)
      for (const host of [options['host'] ?? []].flat()) await addHost(act, String(host))
      const { id } = await persons.addOrFind(act, { name: officer.data.split('@')[0] ?? '', email: officer.data })
      await offices.appoint(act, { personId: id, role: 'chair' })
    })
    await services.groups.load()
    say(`“${group.name}” stays. It answers to ${answersTo(groupCalled(services.groups, slug))}.`)
    say(
      `Its first officer signs in with ${officer.data}; for a link, run: sign-in-link ${officer.data} --group ${slug}`,
    )
  },
}
