import type { Whereabouts } from '../../publishing/index.ts'
import type { SampleText } from './content.ts'

/** Where a text of the sample group came from and where it went. `moved`: the day as it stands in the sample's time. */
export function whereaboutsOf(
  { source, appeared }: Pick<SampleText, 'source' | 'appeared'>,
  moved: (day: string) => string,
): Whereabouts {
  const [name = '', href = '', leave = '', firstOn = ''] = source?.split(' | ') ?? []
  return {
    provenance: name ? { source: name, href, leave, firstOn: firstOn ? moved(firstOn) : null } : null,
    appearances: (appeared?.split('; ') ?? []).map((one) => {
      const [day = '', outlet = '', link = ''] = one.split(', ')
      return { on: moved(day), outlet, href: link }
    }),
  }
}
