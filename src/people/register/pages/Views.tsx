import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { SavedViews } from '../../../ui/SavedViews.tsx'
import { HOME } from '../asking.ts'
import { type Filter, filterOfQuery, queryOf, viewQueryOf } from '../filter.ts'
import type { SavedView } from '../savedViews.ts'
import type { standingViews } from '../standingViews.ts'

interface Props {
  readonly filter: Filter
  readonly standing: typeof standingViews
  readonly saved: readonly SavedView[]
  /** Of the standing views, then of the saved ones. */
  readonly counts: readonly number[]
}

/** Ways of looking at the register with their counts, and the door to keep one more. */
export function Views({ filter, standing, saved, counts }: Props) {
  const query = viewQueryOf(filter)
  const views = [
    ...standing.map((view) => ({ label: view.label, query: viewQueryOf(view.filter) })),
    ...saved.map(({ name, query: kept }) => ({ label: name, query: viewQueryOf(filterOfQuery(kept)) })),
  ]
  const known = views.some((view) => view.query === query)
  const mine = saved.find((view) => view.own && viewQueryOf(filterOfQuery(view.query)) === query)
  return (
    <SavedViews
      label="Saved views"
      views={views.map((view, n) => ({
        label: view.label,
        href: view.query ? `${HOME}?${view.query}` : HOME,
        count: counts[n]!,
        current: view.query === query && filter.q === '',
      }))}
    >
      {!known && <SaveView query={query} />}
      {mine && <RemoveView view={mine} />}
    </SavedViews>
  )
}

const SaveView = ({ query }: { query: string }) => (
  <details class="save-view">
    <summary class="seg">
      <Icon name="bookmark-plus" />
      Save this view
    </summary>
    <form method="post" action={`${HOME}/views`} novalidate class="card pad stack-s">
      <input type="hidden" name="query" value={query} />
      <Field name="name" label="Name of the view" hint="Its filters are kept, not the words you searched for" />
      <Checkbox name="shared" label="Show it to all officers" />
      <Button size="sm">Save the view</Button>
    </form>
  </details>
)

const RemoveView = ({ view: { id, name } }: { view: SavedView }) => (
  <form method="post" action={`${HOME}/views/${id}/removal`}>
    <Button tone="ghost" size="sm" icon="x" aria-label={`Take away the view ${name}`}>
      Take away this view
    </Button>
  </form>
)

/** The address of a filter, from its first page. */
export const hrefOf = (filter: Filter): string => {
  const query = queryOf(filter)
  return query ? `${HOME}?${query}` : HOME
}
