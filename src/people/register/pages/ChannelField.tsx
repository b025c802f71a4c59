import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { channelNames } from '../../purposes.ts'
import { toldBy } from '../recordForms.ts'

/** How the group came to know. */
export const ChannelField = ({
  typed,
  errors,
  id,
}: {
  typed: Typed | undefined
  errors: Errors | undefined
  id?: string
}) => (
  <SelectField
    name="channel"
    id={id}
    label="How they told you"
    options={toldBy.map((channel) => ({ value: channel, label: channelNames[channel] }))}
    value={typedText(typed, 'channel') ?? 'officer'}
    error={errors?.['channel']}
  />
)
