import { afterChange } from '../../platform/flash.ts'
import { type Errors, readForm, type Typed } from '../../platform/forms.ts'
import { writeSetting } from '../../platform/settings.ts'
import { router, todayOf, type Web } from '../../platform/web.ts'
import { plural } from '../../ui/words.ts'
import { allowKeeping } from './allowed.ts'
import * as approvals from './approvals.ts'
import { retentionAsked, retentionForm } from './forms.ts'
import { hrefOf, RetentionPage } from './pages/RetentionPage.tsx'
import * as retention from './retention.ts'
import { type RetentionRule, retentionSetting, ruleWords, yearsForm } from './retentionRules.ts'

/** What has been kept long enough, by the group's own rules: proposals, on which officers decide. */
export const retentionRoutes = router()

const HOME = '/office/requests/retention'

retentionRoutes.get(HOME, (c) => show(c))

retentionRoutes.post(`${HOME}/decisions`, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, retentionForm)
  if (!form.ok) return show(c, form)
  const { rule, id: personIds, to, why } = form.values
  const back = (sentence: string, undo?: string) =>
    afterChange(c, hrefOf({ rule, page: 1 }), { sentence, ...(undo && { undo }) })
  if (to === 'keep') {
    const undo = await c.var.act(async (act) => (await retention.keep(act, { rule, personIds, why }), act.id))
    return back(`${plural(personIds.length, 'entry stays', 'entries stay')} for another year.`, undo)
  }
  const { words, undo } = await letGo(c, form.values)
  return back(words, undo)
})

retentionRoutes.post(`${HOME}/years`, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, yearsForm)
  if (!form.ok) return show(c, form)
  const undo = await c.var.act(async (act) => {
    await writeSetting(act, retentionSetting, form.values)
    await retention.propose(act)
    return act.id
  })
  return afterChange(c, HOME, { sentence: 'The years are changed, and the list with them.', undo })
})

/** People are asked for, which a second officer must answer; old words go at once, and can be brought back. */
async function letGo(
  c: Web,
  { rule, id: personIds }: { rule: RetentionRule; id: readonly string[] },
): Promise<{ words: string; undo?: string }> {
  return c.var.act(async (act) => {
    const still = await retention.still(act, { rule, personIds })
    if (rule === 'notes' || rule === 'requests') {
      const count = await retention.deleteOld(act, { rule, personIds: still })
      return { words: `${plural(count, 'entry is', 'entries are')} deleted.`, undo: act.id }
    }
    const reason = ruleWords(rule, await retention.yearsOf(act.tx))
    const count = still.length ? await approvals.ask(act, { personIds: still, reason }) : 0
    return { words: `The erasure of ${plural(count, 'person', 'people')} waits for another officer.` }
  })
}

async function show(c: Web, refused?: { readonly typed: Typed; readonly errors: Errors }): Promise<Response> {
  allowKeeping(c)
  const asked = retentionAsked.parse({
    ...c.req.query(),
    ...(refused?.typed['rule'] && { rule: refused.typed['rule'] }),
  })
  const today = todayOf(c)
  const found = await c.var.read(async (tx) => ({
    years: await retention.yearsOf(tx),
    counts: await retention.counts(tx, today),
    proposals: await retention.list(tx, { ...asked, today }),
  }))
  const page = <RetentionPage frame={c.var.officeFrame()} asked={asked} {...found} {...refused} />
  return c.html(page, refused ? 422 : 200)
}
