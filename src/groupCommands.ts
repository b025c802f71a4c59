import { theHost } from './platform/actor.ts'
import {
  addHost,
  askRemoval,
  day,
  keep,
  removeHost,
  resume,
  stateWords,
  suspend,
  WAITING_DAYS,
} from './platform/groupState.ts'
import type { KnownGroup } from './platform/groups.ts'
import { answersTo, groupCalled } from './platform/groupNames.ts'
import { contextOf } from './platform/installation.ts'
import type { Act } from './platform/act.ts'
import { Refusal } from './platform/refusal.ts'
import { removeGroup } from './platform/removal.ts'
import type { Services } from './platform/services.ts'
import type { Command } from './platform/slice.ts'

const groupList: Command = {
  name: 'group list',
  summary: 'List all groups, the names they answer to, and which are paused',
  options: { json: { type: 'boolean' } },
  run: async ({ services, options, say }) => {
    const { all } = services.groups
    if (options['json']) return say(JSON.stringify(all.map(shown)))
    for (const group of all) {
      const { slug, name, hosts } = group
      const state = stateWords(group)
      say(`${slug.padEnd(20)} ${name.padEnd(40)} ${hosts.join(', ')}${state ? ` (${state})` : ''}`)
    }
    if (!all.length) say('There are no groups yet. Make one with “group create”.')
  },
}

const groupSuspend: Command = {
  name: 'group suspend',
  operands: '<slug> --because <text>',
  summary: 'Pause a group: its website and office say so, its work waits',
  options: { because: { type: 'string' } },
  run: async ({ services, operands: [slug], options, say }) => {
    const group = groupOf(services, slug)
    await actOn(services, group, (act) => suspend(act, String(options['because'] ?? '')))
    say(`“${group.name}” is paused. To end it: group resume ${group.slug}`)
  },
}

const groupResume: Command = {
  name: 'group resume',
  operands: '<slug>',
  summary: 'End a suspension',
  run: async ({ services, operands: [slug], say }) => {
    const group = groupOf(services, slug)
    await actOn(services, group, resume)
    const still = stateWords(groupOf(services, group.slug))
    say(still ? `“${group.name}” is no longer suspended, but ${still}.` : `“${group.name}” runs again.`)
  },
}

const groupRemove: Command = {
  name: 'group remove',
  operands: '<slug> [--now --confirm <slug>]',
  summary: `Remove a group and all it has, after ${WAITING_DAYS} days`,
  options: { now: { type: 'boolean' }, confirm: { type: 'string' } },
  run: async ({ services, owner, operands: [slug], options, say }) => {
    const group = groupOf(services, slug)
    if (options['now']) {
      refuseHaste(group, options['confirm'])
      const { rows } = await removeGroup(services, owner, { id: group.id, when: 'insisted' })
      return say(`“${group.name}” is gone: ${rows} rows and all its files. Archives made before still hold it.`)
    }
    const at = await actOn(services, group, askRemoval)
    say(`“${group.name}” is paused now and will be removed on ${day(at)}. To take that back: group keep ${group.slug}`)
  },
}

const groupKeep: Command = {
  name: 'group keep',
  operands: '<slug>',
  summary: 'Take back the removal of a group',
  run: async ({ services, operands: [slug], say }) => {
    const group = groupOf(services, slug)
    await actOn(services, group, keep)
    const still = stateWords(groupOf(services, group.slug))
    say(`“${group.name}” stays.${still ? ` It is still ${still}.` : ''}`)
  },
}

const hostAdd: Command = {
  name: 'group host add',
  operands: '<slug> <name>',
  summary: 'Let a group answer to one more host name',
  run: async ({ services, operands: [slug, name = ''], say }) => {
    const group = groupOf(services, slug)
    const added = await actOn(services, group, (act) => addHost(act, name))
    say(`“${group.name}” answers to ${added}.`)
  },
}

const hostRemove: Command = {
  name: 'group host remove',
  operands: '<slug> <name>',
  summary: 'Take a host name from a group',
  run: async ({ services, operands: [slug, name = ''], say }) => {
    const group = groupOf(services, slug)
    await actOn(services, group, (act) => removeHost(act, name))
    say(`“${group.name}” answers to ${answersTo(groupOf(services, group.slug))}.`)
  },
}

/** What a host does to groups that are there. Making one is the site's affair. */
export const groupCommands: readonly Command[] = [
  groupList,
  groupSuspend,
  groupResume,
  groupRemove,
  groupKeep,
  hostAdd,
  hostRemove,
]

const shown = ({ slug, name, hosts, suspendedAt, suspendedBecause, removeAt }: KnownGroup) => ({
  slug,
  name,
  hosts,
  ...(suspendedAt && { suspendedAt, suspendedBecause }),
  ...(removeAt && { removeAt }),
})

function groupOf({ groups }: Services, slug: string | undefined): KnownGroup {
  if (!slug) throw new Refusal('Say which group, by its short name. “group list” shows them all.', 422)
  return groupCalled(groups, slug)
}

async function actOn<T>(services: Services, group: KnownGroup, work: (act: Act) => Promise<T>): Promise<T> {
  const done = await contextOf(services, group, theHost(group.id)).act(work)
  await services.groups.load()
  return done
}

/** Nothing brings it back but an archive, so it takes two decisions: suspending it first, and typing its name twice. */
function refuseHaste({ slug, suspendedAt }: KnownGroup, typed: unknown): void {
  if (!suspendedAt)
    throw new Refusal(`Only a suspended group is removed at once: first “group suspend ${slug} --because …”.`)
  if (typed !== slug) throw new Refusal(`To remove it at once, type its short name again: --confirm ${slug}`, 422)
}
