import { ATTRIBUTIONS } from './attributions.ts'

/** What the licences ask to be said where people look places up. */
export const PlacesSource = () => (
  <div class="fine-print">
    {ATTRIBUTIONS.map(({ sentence, source, licence }) => (
      <p>
        {sentence} Source: <a href={source.href}>{source.name}</a>, <a href={licence.href}>{licence.name}</a>.
      </p>
    ))}
  </div>
)
