import { typedText } from '../../../platform/forms.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import type { EditorProps } from './EditorPage.tsx'

export const PinField = ({ fields, errors }: EditorProps) => (
  <Checkbox
    name="pinned"
    label="Keep at the top of the list"
    hint="Three posts at most, on the home page too."
    error={errors?.['pinned']}
    checked={typedText(fields, 'pinned') === 'yes'}
  />
)
