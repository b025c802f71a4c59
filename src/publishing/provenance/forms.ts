import { DateTime } from 'luxon'
import { z } from 'zod'
import { line as anyLine } from '../../platform/fields.ts'
import { plainDay } from '../../ui/words.ts'
import { safeUrl } from '../../writing/index.ts'
import { type Appearance, inOrder, type Provenance, type Whereabouts } from './provenance.ts'

const MOST_APPEARANCES = 30
const WHOLE = /^https?:\/\//

const line = (most: number, what: string) => anyLine(most, what).default('')

/** The fields of the editor that say where a text came from and where it went. */
export const whereaboutsFields = {
  source: line(200, 'the name of the source'),
  sourceHref: line(1000, 'the link').refine(
    (typed) => typed === '' || isWhole(typed),
    'Enter the whole address of the text there, beginning with https://.',
  ),
  sourceLeave: line(300, 'the right to republish'),
  sourceOn: line(20, 'the day').refine(
    (typed) => typed === '' || civil(typed) !== null,
    'Enter the day it appeared there, like 3 March 2026.',
  ),
  appearances: z
    .string()
    .default('')
    .transform((typed, context) => {
      const lines = typed
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean)
      if (lines.length > MOST_APPEARANCES)
        context.addIssue({ code: 'custom', message: `Keep to ${MOST_APPEARANCES} places where it appeared.` })
      return lines.flatMap((one) => {
        const appearance = appearanceIn(one)
        if (!appearance)
          context.addIssue({
            code: 'custom',
            message: `We could not read “${one.slice(0, 60)}”. Write the day, a comma, the name, and perhaps a comma and the link: 3 March 2026, The Marstow Herald, https://example.org/letters`,
          })
        return appearance ?? []
      })
    }),
}

const form = z.object(whereaboutsFields)

/** A refusal beside a field when a text has half a source. */
export function checkSource(values: z.output<typeof form>, context: z.RefinementCtx): void {
  const { source, sourceHref, sourceLeave, sourceOn } = values
  if (!source && (sourceHref || sourceLeave || sourceOn))
    context.addIssue({ code: 'custom', path: ['source'], message: 'Say who published it first.' })
  if (source && !sourceLeave)
    context.addIssue({
      code: 'custom',
      path: ['sourceLeave'],
      message: 'Say by what right it stands here, like “With the author’s permission”.',
    })
}

/** What the fields say; a text without a source has no provenance. */
export function whereaboutsIn(values: z.output<typeof form>): Whereabouts {
  const { source, sourceHref, sourceLeave, sourceOn, appearances } = values
  const provenance: Provenance | null = source
    ? { source, href: sourceHref, leave: sourceLeave, firstOn: sourceOn ? civil(sourceOn) : null }
    : null
  return { provenance, appearances: inOrder(appearances) }
}

/** The fields as last saved. */
export const whereaboutsTyped = ({ provenance, appearances }: Whereabouts) => ({
  source: provenance?.source ?? '',
  sourceHref: provenance?.href ?? '',
  sourceLeave: provenance?.leave ?? '',
  sourceOn: provenance?.firstOn ? plainDay(provenance.firstOn) : '',
  appearances: appearances
    .map(({ on, outlet, href }) => [plainDay(on), outlet, href].filter(Boolean).join(', '))
    .join('\n'),
})

const LINE = /^(\d{1,2} [a-z]+ \d{4}|\d{4}-\d\d-\d\d)\s*[,:]\s*(.+?)(?:\s*,?\s+(https?:\/\/\S+))?$/i

function appearanceIn(typed: string): Appearance | null {
  const [, date = '', outlet = '', href = ''] = LINE.exec(typed) ?? []
  const on = civil(date)
  if (!on || !outlet || outlet.length > 200 || (href && !isWhole(href))) return null
  return { outlet, on, href }
}

/** '3 March 2026' and '2026-03-03' name the same day. Null for what is none, or lies before printing. */
function civil(typed: string): string | null {
  for (const format of ['yyyy-MM-dd', 'd MMMM yyyy', 'd MMM yyyy']) {
    const date = DateTime.fromFormat(typed.trim(), format, { locale: 'en-GB', zone: 'UTC' })
    if (date.isValid && date.year >= 1500 && date.year <= 2500) return date.toISODate()
  }
  return null
}

const isWhole = (typed: string): boolean => WHOLE.test(typed) && safeUrl(typed) === typed && URL.canParse(typed)
