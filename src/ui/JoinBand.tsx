import { ButtonLink } from './Button.tsx'
import { Icon } from './Icon.tsx'

export interface Tier {
  name: string
  note?: string | undefined
  /** "£30" */
  price: string
  /** "a year" */
  per?: string | undefined
}

interface JoinBandProps {
  title: string
  sentence?: string | undefined
  /** Three short reasons at most. */
  reasons?: readonly string[]
  tiers?: readonly Tier[]
  action: { label: string; href: string }
}

export const JoinBand = ({ title, sentence, reasons = [], tiers = [], action }: JoinBandProps) => (
  <section class="joinband" aria-labelledby="join-title">
    <div>
      <h2 id="join-title">{title}</h2>
      {sentence && <p>{sentence}</p>}
      {reasons.length > 0 && (
        <ul class="tick" role="list">
          {reasons.map((reason) => (
            <li>
              <Icon name="check" />
              {reason}
            </li>
          ))}
        </ul>
      )}
    </div>
    <div class="tiers">
      {tiers.map((tier) => (
        <div class="tier">
          <span>
            <strong>{tier.name}</strong>
            {tier.note && <small>{tier.note}</small>}
          </span>
          <span class="price">
            <b>{tier.price}</b> {tier.per}
          </span>
        </div>
      ))}
      <ButtonLink href={action.href} tone="gold">
        {action.label}
      </ButtonLink>
    </div>
  </section>
)
