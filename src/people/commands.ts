import type { Command } from '../platform/slice.ts'
import { Refusal } from '../platform/refusal.ts'
import { theHost } from '../platform/actor.ts'
import { contextOf } from '../platform/installation.ts'
import { homeOf } from '../platform/origin.ts'
import { importMembersCommand, undoImportCommand } from './import/membersCommand.ts'
import * as persons from './persons.ts'
import { peopleExport } from './register/commands.ts'
import { hostLink } from './signIns.ts'

/** A host's act: the link works in any browser, after one press. */
export const signInLink: Command = {
  name: 'sign-in-link',
  operands: '<email>',
  summary: 'Make a link that signs somebody in once',
  options: { group: { type: 'string' }, json: { type: 'boolean' } },
  async run({ services, operands: [email], options, say }) {
    if (!email) throw new Refusal('Say whose link: sign-in-link chair@example.org', 422)
    const groups = services.groups.all.filter(({ slug }) => options['group'] === undefined || slug === options['group'])
    for (const group of groups) {
      const context = contextOf(services, group, theHost(group.id))
      const person = await context.read((tx) => persons.findByEmail(tx, email))
      if (!person) continue
      const origin = homeOf(services, group)
      const link = await context.act((act) => hostLink(act, { person, origin }))
      return say(options['json'] ? JSON.stringify({ group: group.slug, link }) : link)
    }
    throw new Refusal('Nobody with this email address can sign in here.', 404)
  },
}

export const commands: readonly Command[] = [signInLink, importMembersCommand, undoImportCommand, peopleExport]
