import { hostChecks } from './hostChecks.ts'
import { contextOf } from './platform/installation.ts'
import type { Services } from './platform/services.ts'
import type { Check, Command } from './platform/slice.ts'
import { slices } from './slices.ts'

const MARKS: Readonly<Record<Check['state'], string>> = {
  ok: 'ok       ',
  attention: 'attention',
  missing: 'missing  ',
}

/** Says what is set up, what is not, and what to do about it. Ends with 1 when something is missing. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Say what is set up, what is not, and what to do',
  options: { json: { type: 'boolean' } },
  run: async ({ services, options, say }) => {
    const checks = [...(await hostChecks(services)), ...(await groupChecks(services))]
    if (options['json']) say(JSON.stringify(checks))
    else for (const { state, subject, sentence } of checks) say(`${MARKS[state]}  ${subject}: ${sentence}`)
    return checks.some(({ state }) => state === 'missing') ? 1 : 0
  },
}

async function groupChecks(services: Services): Promise<Check[]> {
  const found: Check[] = []
  for (const group of services.groups.all) {
    const { read } = contextOf(services, group)
    for (const { checks } of slices) {
      const results = checks ? await read((tx) => checks(tx)) : []
      found.push(...results.map((check) => ({ ...check, subject: `${group.name}, ${check.subject}` })))
    }
  }
  return found
}
