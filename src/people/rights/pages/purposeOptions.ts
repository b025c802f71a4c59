import { purposeNames } from '../../purposes.ts'
import { objectable } from '../forms.ts'

/** What can be stopped, for tick boxes. */
export const purposeOptions = objectable.map((value) => ({ value, label: purposeNames[value] }))
