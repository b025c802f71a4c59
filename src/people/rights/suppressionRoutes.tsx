import { afterChange } from '../../platform/flash.ts'
import { readForm } from '../../platform/forms.ts'
import { record } from '../../platform/journal.ts'
import { router } from '../../platform/web.ts'
import * as bases from '../bases.ts'
import { findByEmail } from '../persons.ts'
import * as suppressions from '../suppressions.ts'
import { allowKeeping } from './allowed.ts'
import { addressSuppressed } from './events.ts'
import { addressForm, objectable } from './forms.ts'
import { SuppressedPage } from './pages/SuppressedPage.tsx'

/** Addresses that are never written to again. Which they are, nobody can read: only how many is shown. */
export const suppressionRoutes = router()

const HOME = '/office/requests/suppressed'

suppressionRoutes.get(HOME, async (c) => {
  allowKeeping(c)
  const count = await c.var.read(suppressions.count)
  return c.html(<SuppressedPage frame={c.var.officeFrame()} count={count} />)
})

suppressionRoutes.post(HOME, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, addressForm)
  const count = await c.var.read(suppressions.count)
  if (!form.ok) return c.html(<SuppressedPage frame={c.var.officeFrame()} count={count} {...form} />, 422)
  const { email } = form.values
  await c.var.act(async (act) => {
    await suppressions.suppress(act, email, c.var.services.secret)
    const person = await findByEmail(act.tx, email)
    if (person)
      for (const purpose of objectable) await bases.object(act, { personId: person.id, purpose, channel: 'officer' })
    await record(act, addressSuppressed, { addresses: 1 })
  })
  return afterChange(c, HOME, { sentence: 'Nobody writes to this address again.' })
})
