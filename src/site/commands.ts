import { z } from 'zod'
import { email } from '../people/index.ts'
import { answersTo } from '../platform/groupNames.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Command } from '../platform/slice.ts'
import { found } from './founding.ts'
import { groupName } from './forms.ts'
import { loadSample } from './sample/index.ts'
import { keepTrialCommand } from './trial/command.ts'

const groupOptions = z.object({
  name: z.string('Say what the group is called: --name "Fair Care Forum".').pipe(groupName),
  host: z.array(z.string()).default([]),
  officer: z.string('Say who its first officer is: --officer chair@example.org.').pipe(email),
  'officer-name': z.string().trim().min(1).max(300).optional(),
  slug: z.string().optional(),
  json: z.boolean().default(false),
})

const groupCreate: Command = {
  name: 'group create',
  summary: 'Make a group and its first officer (--name --host --officer)',
  options: {
    name: { type: 'string' },
    host: { type: 'string', multiple: true },
    officer: { type: 'string' },
    'officer-name': { type: 'string' },
    slug: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ services, options, say }) {
    const { name, host, officer, slug, json, ...rest } = parsed(groupOptions, options)
    const person = { name: rest['officer-name'] ?? nameFrom(officer), email: officer }
    const { group } = await found(services, { name, hosts: host, officer: person, ...(slug && { slug }) })
    const made = { id: group.id, slug: group.slug, name: group.name, hosts: group.hosts, officer }
    if (json) return say(JSON.stringify(made))
    say(`Made “${group.name}”. It answers to ${answersTo(group)}.`)
    say(`Its first officer signs in with ${officer}; for a link, run: sign-in-link ${officer} --group ${group.slug}`)
  },
}

const demoOptions = z.object({
  slug: z.string().optional(),
  host: z.array(z.string()).default([]),
  json: z.boolean().default(false),
})

const demo: Command = {
  name: 'demo',
  summary: 'Make the sample group, for trying things out',
  options: { slug: { type: 'string' }, host: { type: 'string', multiple: true }, json: { type: 'boolean' } },
  async run({ services, options, say }) {
    const { slug, host, json } = parsed(demoOptions, options)
    const { group, officer } = await loadSample(services, { hosts: host, ...(slug && { slug }) })
    if (json)
      return say(
        JSON.stringify({
          id: group.id,
          slug: group.slug,
          name: group.name,
          hosts: group.hosts,
          officer: officer.email,
        }),
      )
    say(`Made the sample group “${group.name}” at http://${group.slug}.localhost:${services.config.port}/`)
    say(`Sign in as its chair: sign-in-link ${officer.email} --group ${group.slug}`)
  },
}

export const commands: readonly Command[] = [groupCreate, keepTrialCommand, demo]

/** The options as typed, or a Refusal with the first thing that is wrong. */
function parsed<T>(schema: z.ZodType<T>, options: unknown): T {
  const result = schema.safeParse(options)
  if (!result.success) throw new Refusal(result.error.issues[0]!.message, 422)
  return result.data
}

/** 'margaret.ellison@example.org' is Margaret Ellison until she says otherwise. */
const nameFrom = (address: string): string =>
  address
    .split('@')[0]!
    .split(/[._-]+/)
    .filter(Boolean)
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(' ') || address
