import { Button } from './Button.tsx'
import { fieldId } from './fieldId.ts'

interface SearchBoxProps {
  /** `/search` when left out */
  action?: string
  value?: string | undefined
  label?: string
}

/** The search of the website: one field, one button, the words stay in the address. */
export const SearchBox = ({ action = '/search', value, label = 'Search this site' }: SearchBoxProps) => (
  <form role="search" aria-label={label} action={action} method="get" class="field">
    <label class="label" for={fieldId('q')}>
      {label}
    </label>
    <div class="search-box">
      <input class="input" type="search" id={fieldId('q')} name="q" value={value} maxlength={200} />
      <Button icon="search">Search</Button>
    </div>
  </form>
)
