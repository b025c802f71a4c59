import { typedText } from '../../../platform/forms.ts'
import { EditorIsland } from '../../../ui/EditorIsland.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { plainDay } from '../../../ui/words.ts'
import { civilDay } from '../../../platform/time.ts'
import type { BlockPageProps } from './BlockPage.tsx'
import { Area, Href, Line } from './OwnField.tsx'

type Fields = Pick<BlockPageProps, 'kind' | 'typed' | 'errors' | 'posts' | 'pictures'>

/** The fields of each kind of part. */
export const BlockFields = (props: Fields) => {
  switch (props.kind) {
    case 'greeting':
      return (
        <Line
          {...props}
          name="words"
          label="Greeting"
          hint="{name} becomes the reader’s name, such as Dear Ann Price."
        />
      )
    case 'text':
      return <TextFields {...props} />
    case 'story':
      return <StoryFields {...props} />
    case 'event':
      return <EventFields {...props} />
    case 'figure':
      return (
        <>
          <Line {...props} name="value" label="Figure" hint="As it is to be read: 3,914 or 40%" size="short" />
          <Line {...props} name="label" label="What it says" hint="“names under our petition so far”" />
          <Line {...props} name="source" label="Source (if you like)" hint="Who counted it, and when" />
          <Href {...props} label="Where the source is (if you like)" />
        </>
      )
    case 'question':
      return (
        <>
          <Line {...props} name="label" label="Line above it (if you like)" hint="“Question in Parliament”" />
          <Line {...props} name="asked" label="What was asked" />
          <Area {...props} name="answer" label="What the answer was" rows={4} />
          <Href {...props} label="Where to read more (if you like)" />
        </>
      )
    case 'ask':
      return (
        <>
          <Line
            {...props}
            name="question"
            label="Question"
            hint="One that can be answered with yes, no or a few words"
          />
          <Area {...props} name="explanation" label="Why you ask (if you like)" rows={3} />
        </>
      )
    case 'button':
      return (
        <>
          <Line {...props} name="label" label="What it says" hint="Begin with a verb: “Read the paper and vote”" />
          <Href {...props} label="Where it leads" />
        </>
      )
    case 'divider':
      return <p>A thin line between two parts. There is nothing to fill in.</p>
  }
}

const TextFields = ({ typed, errors, pictures }: Fields) => (
  <EditorIsland
    name="text"
    label="Text"
    hint="An empty line begins a new paragraph. Two signs ## before a line make it a heading."
    value={typedText(typed, 'text')}
    document={typedText(typed, 'document')}
    unsaved={errors !== undefined}
    pictures={pictures}
    error={errors?.['text']}
  />
)

const StoryFields = (props: Fields) => (
  <>
    <SelectField
      name="post"
      label="Post"
      hint="Its title, its beginning and its address follow the post, unless you write something else below."
      value={typedText(props.typed, 'post')}
      error={props.errors?.['post']}
      options={[
        { value: '', label: 'None: I write it here' },
        ...props.posts.map(({ id, title, publishedAt }) => ({
          value: id,
          label: `${title} (${plainDay(civilDay(publishedAt, 'UTC'))})`,
        })),
      ]}
    />
    <Line {...props} name="label" label="Line above the title (if you like)" hint="“In the news”" />
    <Line {...props} name="title" label="Title (if other than the post’s)" />
    <Area {...props} name="summary" label="Summary (if other than the post’s beginning)" rows={4} />
    <Href {...props} label="Address (if other than the post’s)" />
  </>
)

const EventFields = (props: Fields) => (
  <>
    <Line {...props} name="title" label="What happens" />
    <Line {...props} name="day" label="Day" type="date" size="medium" />
    <Line {...props} name="when" label="Time (if you like)" hint="“7pm to 8.30pm”" size="medium" />
    <Line {...props} name="place" label="Place (if you like)" hint="“Online and in Shrewsbury”" />
    <Href {...props} label="Where to read more (if you like)" />
  </>
)
