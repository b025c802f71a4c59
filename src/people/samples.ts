import type { Tx } from '../platform/database.ts'
import { uuid } from '../platform/web.ts'
import type { Sample } from '../platform/slice.ts'
import { importSamples } from './import/samples.ts'
import { duplicateSamples } from './duplicates/samples.ts'
import * as recoveries from './factors/recoveries.ts'
import { rightsSamples } from './rights/samples.ts'
import { registerSamples } from './register/samples.ts'
import { joinSamples } from './join/samples.ts'
import { mySamples } from './my/samples.ts'
import { officeSamples } from './officeSamples.ts'

/** A link's page is reached with a token nobody holds, and says so; the second step leads a stranger to its beginning. */
export const samples = async (tx: Tx): Promise<readonly Sample[]> => {
  const [waiting] = await recoveries.open(tx, new Date())
  return [
    ...(await registerSamples(tx)),
    { route: '/sign-in', address: '/sign-in', as: 'visitor' },
    { route: '/sign-in/code', address: '/sign-in/code', as: 'visitor' },
    { route: '/sign-in/link/:token{[A-Za-z0-9_-]{20,100}}', address: `/sign-in/link/${'x'.repeat(43)}`, as: 'visitor' },
    { route: '/sign-in/second-step', address: '/sign-in/second-step', as: 'visitor' },
    { route: '/sign-in/recovery', address: '/sign-in/recovery', as: 'visitor' },
    { route: '/my/security', address: '/my/security', as: 'officer' },
    { route: '/my/security/authenticator', address: '/my/security/authenticator', as: 'officer' },
    { route: '/office/register/numbers', address: '/office/register/numbers', as: 'officer' },
    {
      route: '/office/register/numbers/:day{[0-9]{4}-[0-9]{2}-[0-9]{2}\\.csv}',
      address: '/office/register/numbers/2026-11-01.csv',
      as: 'officer',
    },
    ...(await rightsSamples(tx)),
    ...(await duplicateSamples(tx)),
    ...(await importSamples(tx)),
    ...joinSamples,
    ...mySamples,
    ...(await officeSamples(tx)),
    ...(waiting
      ? [
          {
            route: `/office/officers/recoveries/:id{${uuid}}`,
            address: `/office/officers/recoveries/${waiting.id}`,
            as: 'officer',
          } as const,
        ]
      : []),
  ]
}
