import { Card, CardHead } from '../../../ui/Card.tsx'
import { CheckboxGroup } from '../../../ui/Choices.tsx'
import { InlineEdit } from '../../../ui/InlineEdit.tsx'
import type { Topic, TopicList } from '../../topics.ts'
import { HOME } from '../asking.ts'
import type { FactsProps } from './FactsPage.tsx'

const LISTS: readonly (readonly [TopicList, string])[] = [
  ['interest', 'Interested in'],
  ['offer', 'Offers'],
]

/** What interests somebody, and what help they offer. */
export const TopicsCard = ({ person, topics, chosen, changes }: FactsProps) => {
  const said = (
    <span>
      {LISTS.map(([list, label], n) => (
        <>
          {n > 0 && <br />}
          <span class="meta">{label}: </span>
          {namesOf(topics, chosen, list) || 'nothing said'}
        </>
      ))}
    </span>
  )
  return (
    <Card labelledby="topics">
      <CardHead title="Interests and offers" id="topics" />
      <div class="pad">
        {changes && topics.length > 0 ? (
          <InlineEdit shown={said} purpose="change interests and offers" action={`${HOME}/${person.id}/topics`}>
            {LISTS.map(([list, label]) => {
              const options = topics.filter((topic) => topic.list === list)
              return (
                options.length > 0 && (
                  <CheckboxGroup
                    name="topic"
                    label={label}
                    idFrom={list}
                    options={options.map(({ id, name }) => ({ value: id, label: name }))}
                    values={[...chosen]}
                  />
                )
              )
            })}
          </InlineEdit>
        ) : (
          said
        )}
      </div>
    </Card>
  )
}

const namesOf = (topics: readonly Topic[], chosen: ReadonlySet<string>, list: TopicList): string =>
  topics
    .filter((topic) => topic.list === list && chosen.has(topic.id))
    .map(({ name }) => name)
    .join(', ')
