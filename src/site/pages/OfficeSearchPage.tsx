import type { SearchHit } from '../../platform/slice.ts'
import type { OfficeFrame } from '../../platform/web.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { OfficeLayout } from '../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { ResultList } from '../../ui/ResultList.tsx'
import { plural } from '../../ui/words.ts'
import type { ThingToDo } from '../search.ts'

interface Props {
  frame: OfficeFrame
  words: string
  hits: readonly SearchHit[]
  things: readonly ThingToDo[]
}

export const OfficeSearchPage = ({ frame, words, hits, things }: Props) => (
  <OfficeLayout {...frame} head={{ title: words ? `Search: ${words}` : 'Search' }} sought={words}>
    <PageTitle title={words ? `Search: ${words}` : 'Search'} sentence={summary(words, hits.length)} />
    <div class="stack-l">
      {things.length > 0 && (
        <nav aria-label="Things to do">
          <div class="row row-s">
            {things.map(({ label, href }) => (
              <ButtonLink href={href} tone="alt" size="sm">
                {label}
              </ButtonLink>
            ))}
          </div>
        </nav>
      )}
      {hits.length > 0 && (
        <Card padded>
          <ResultList
            results={hits.map(({ title, href, kind, extract }) => ({ title, href, extract, meta: [kind] }))}
          />
        </Card>
      )}
      {words && hits.length === 0 && things.length === 0 && (
        <Card>
          <Empty icon="search" title="Nothing found" sentence="Try fewer words, or another word for the same thing." />
        </Card>
      )}
    </div>
  </OfficeLayout>
)

const summary = (words: string, count: number): string =>
  words
    ? `${count === 0 ? 'Nothing' : plural(count, 'thing')} found in what the group has written.`
    : 'Posts, pages, people and things to do. Type in the field above.'
