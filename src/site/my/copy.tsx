import type { Holding } from '../../platform/slice.ts'
import { Trusted, trustHtml } from '../../ui/Trusted.tsx'
import { longDayAndTime } from '../../ui/words.ts'
import { together } from './held.ts'

export interface Copy {
  readonly group: string
  readonly name: string
  readonly at: Date
  readonly zone: string
  readonly holdings: readonly Holding[]
}

/** One page that opens anywhere, without our styles: it is read from a disk, perhaps in years. */
export const CopyPage = ({ group, name, at, zone, holdings }: Copy) => (
  <>
    <Trusted html={doctype} />
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>
          What {group} holds about {name}
        </title>
      </head>
      <body>
        <h1>
          What {group} holds about {name}
        </h1>
        <p>Taken out on {longDayAndTime(at, zone)}.</p>
        {together(holdings).map(({ what, holdings: under }) => (
          <>
            <h2>{what}</h2>
            <ul>
              {under.map(({ value, why }) => (
                <li>
                  {value}
                  {why && <i> ({why})</i>}
                </li>
              ))}
            </ul>
          </>
        ))}
      </body>
    </html>
  </>
)

const doctype = trustHtml('<!doctype html>')

/** The same for machines (UK GDPR, article 20). */
export const copyJson = ({ group, name, at, holdings }: Copy): string =>
  `${JSON.stringify({ group, name, takenOutAt: at.toISOString(), held: holdings }, null, 2)}\n`
