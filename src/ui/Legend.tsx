/** What the five steps of a map stand for, from the lowest. */
export type FiveLabels = readonly [string, string, string, string, string]

/** Five classes in the group's colour, and "no figure". Each swatch stands beside its words. */
export const Legend = ({ labels, none = 'No figure' }: { labels: FiveLabels; none?: string | undefined }) => (
  <ul class="legend" role="list">
    {labels.map((label, index) => (
      <li>
        <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
          <rect class={`seq-${index + 1}`} width={10} height={10} />
        </svg>
        {label}
      </li>
    ))}
    <li>
      <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
        <rect class="seq-none" width={10} height={10} />
      </svg>
      {none}
    </li>
  </ul>
)
