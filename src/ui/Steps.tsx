import { Icon } from './Icon.tsx'
import { Unseen } from './Unseen.tsx'

export interface Step {
  label: string
  done: boolean
  href?: string | undefined
}

/** What is left of setting up; what is done stays in sight. */
export const Steps = ({ steps }: { steps: readonly Step[] }) => (
  <ul class="steps" role="list">
    {steps.map((step) => (
      <li class={step.done ? 'done' : undefined}>
        <span class="dot">{step.done && <Icon name="check" />}</span>
        <span>
          {step.href ? <a href={step.href}>{step.label}</a> : step.label}
          {step.done && <Unseen>, done</Unseen>}
        </span>
      </li>
    ))}
  </ul>
)
