import { RadioCards } from '../ui/Choices.tsx'
import { brandRamp, presets, type Theme } from '../ui/theme.ts'
import { presetNames } from './forms.ts'

interface Props {
  name: string
  label: string
  hint?: string
  value: string | undefined
  error: string | undefined
  /** Offered after the ready colours: one the group mixed itself. */
  own?: { value: string; label: string; theme: Theme }
}

/** The ready colours, each with a swatch. All keep their contrast, so any of them is a safe choice. */
export const ColourChoice = ({ own, ...field }: Props) => (
  <RadioCards
    {...field}
    columns
    options={[
      ...presetNames.map((name) => ({
        value: name,
        label: presets[name].label,
        sample: <Swatch theme={presets[name]} />,
      })),
      ...(own ? [{ value: own.value, label: own.label, sample: <Swatch theme={own.theme} /> }] : []),
    ]}
  />
)

const Swatch = ({ theme }: { theme: Theme }) => {
  const ramp = brandRamp(theme)
  return (
    <svg class="swatch" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect width="28" height="28" rx="5" fill={ramp[700]} />
      <rect x="14" width="14" height="28" fill={ramp[300]} />
    </svg>
  )
}
