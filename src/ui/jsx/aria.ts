type Flag = 'true' | 'false' | boolean | undefined
type Words = string | undefined
type Amount = number | undefined

/** `role` and the states and properties of WAI-ARIA 1.2 §6. */
export interface Aria {
  role?: Role | undefined
  'aria-activedescendant'?: Words
  'aria-atomic'?: Flag
  'aria-autocomplete'?: 'none' | 'inline' | 'list' | 'both' | undefined
  'aria-busy'?: Flag
  'aria-checked'?: Flag | 'mixed'
  'aria-colcount'?: Amount
  'aria-colindex'?: Amount
  'aria-colspan'?: Amount
  'aria-controls'?: Words
  'aria-current'?: Flag | 'page' | 'step' | 'location' | 'date' | 'time'
  'aria-describedby'?: Words
  'aria-description'?: Words
  'aria-details'?: Words
  'aria-disabled'?: Flag
  'aria-errormessage'?: Words
  'aria-expanded'?: Flag
  'aria-haspopup'?: Flag | 'menu' | 'listbox' | 'tree' | 'grid' | 'dialog'
  'aria-hidden'?: Flag
  'aria-invalid'?: Flag | 'grammar' | 'spelling'
  'aria-keyshortcuts'?: Words
  'aria-label'?: Words
  'aria-labelledby'?: Words
  'aria-level'?: Amount
  'aria-live'?: 'off' | 'polite' | 'assertive' | undefined
  'aria-modal'?: Flag
  'aria-multiline'?: Flag
  'aria-multiselectable'?: Flag
  'aria-orientation'?: 'horizontal' | 'vertical' | undefined
  'aria-owns'?: Words
  'aria-placeholder'?: Words
  'aria-posinset'?: Amount
  'aria-pressed'?: Flag | 'mixed'
  'aria-readonly'?: Flag
  'aria-relevant'?: Words
  'aria-required'?: Flag
  'aria-roledescription'?: Words
  'aria-rowcount'?: Amount
  'aria-rowindex'?: Amount
  'aria-rowspan'?: Amount
  'aria-selected'?: Flag
  'aria-setsize'?: Amount
  'aria-sort'?: 'none' | 'ascending' | 'descending' | 'other' | undefined
  'aria-valuemax'?: Amount
  'aria-valuemin'?: Amount
  'aria-valuenow'?: Amount
  'aria-valuetext'?: Words
}

type Role =
  | 'alert'
  | 'alertdialog'
  | 'article'
  | 'banner'
  | 'button'
  | 'cell'
  | 'checkbox'
  | 'columnheader'
  | 'combobox'
  | 'complementary'
  | 'contentinfo'
  | 'definition'
  | 'dialog'
  | 'document'
  | 'feed'
  | 'figure'
  | 'form'
  | 'grid'
  | 'gridcell'
  | 'group'
  | 'heading'
  | 'img'
  | 'link'
  | 'list'
  | 'listbox'
  | 'listitem'
  | 'log'
  | 'main'
  | 'math'
  | 'menu'
  | 'menubar'
  | 'menuitem'
  | 'meter'
  | 'navigation'
  | 'none'
  | 'note'
  | 'option'
  | 'presentation'
  | 'progressbar'
  | 'radio'
  | 'radiogroup'
  | 'region'
  | 'row'
  | 'rowgroup'
  | 'rowheader'
  | 'search'
  | 'searchbox'
  | 'separator'
  | 'slider'
  | 'spinbutton'
  | 'status'
  | 'switch'
  | 'tab'
  | 'table'
  | 'tablist'
  | 'tabpanel'
  | 'term'
  | 'textbox'
  | 'timer'
  | 'toolbar'
  | 'tooltip'
  | 'tree'
  | 'treeitem'
