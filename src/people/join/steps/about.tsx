import { z } from 'zod'
import { several, writtenLine } from '../../../platform/fields.ts'
import { type Typed, typedText } from '../../../platform/forms.ts'
import { CheckboxGroup, RadioCards } from '../../../ui/Choices.tsx'
import { Field } from '../../../ui/Field.tsx'
import { list } from '../../../ui/words.ts'
import { hatHints, hatKinds, hatNames, occupationNames, occupations } from '../../kinds.ts'
import type { TopicList } from '../../topics.ts'
import { type Facts, type Step, step } from './step.ts'

export const occupationStep = step({
  name: 'occupation',
  title: () => 'What you do',
  lede: () => 'Choose what fits best today. You may leave this open.',
  schema: z.object({ occupation: z.enum(occupations).optional().catch(undefined) }),
  answer: ({ occupation }) => ({ occupation: occupation ?? null }),
  stored: ({ occupation }) => ({ occupation: occupation ?? '' }),
  told: ({ answers: { occupation } }) => [['What you do', occupation ? occupationNames[occupation] : 'Not said']],
  Fields: ({ typed, errors }) => (
    <RadioCards
      name="occupation"
      label="I am a …"
      options={occupations.map((value) => ({ value, label: occupationNames[value] }))}
      value={typedText(typed, 'occupation')}
      error={errors?.['occupation']}
    />
  ),
})

const hat = writtenLine(200, 'this')

export const hatsStep = step({
  name: 'hats',
  title: () => 'Your other hats',
  lede: () => 'Where else you work or belong, as far as you would like us to know. All of this may stay empty.',
  schema: z.object({ employer: hat, union: hat, professional_body: hat, party: hat, other: hat }),
  answer: (values) => ({ hats: hatKinds.flatMap((kind) => (values[kind] ? [{ kind, name: values[kind] }] : [])) }),
  stored: ({ hats = [] }) => Object.fromEntries(hats.map(({ kind, name }) => [kind, name])) satisfies Typed,
  told: ({ answers: { hats = [] } }) =>
    hats.length ? hats.map(({ kind, name }) => [hatNames[kind], name] as const) : [['Other hats', 'None given']],
  Fields: ({ typed, errors }) => (
    <>
      {hatKinds.map((kind) => (
        <Field
          name={kind}
          label={hatNames[kind]}
          hint={hatHints[kind]}
          value={typedText(typed, kind)}
          error={errors?.[kind]}
        />
      ))}
    </>
  ),
})

const ofList = ({ topics }: Facts, which: TopicList) => topics.filter((topic) => topic.list === which)

/** One of the group's two lists. Where it is empty, its page is left out. */
const topicStep = (name: 'interests' | 'offers', which: TopicList, words: Words): Step =>
  step({
    name,
    title: () => words.title,
    lede: () => 'Tick as many as you like, or none.',
    applies: (facts) => ofList(facts, which).length > 0,
    schema: z.object({ [name]: several }),
    answer: (values, facts) => ({
      [name]: ofList(facts, which).flatMap(({ id }) => (values[name]?.includes(id) ? [id] : [])),
    }),
    stored: (answers) => ({ [name]: answers[name] ?? [] }),
    told: (facts) => {
      const chosen = ofList(facts, which).filter(({ id }) => facts.answers[name]?.includes(id))
      return [[words.title, list(chosen.map((topic) => topic.name)) || 'None chosen']]
    },
    Fields: ({ facts, typed, errors }) => (
      <CheckboxGroup
        name={name}
        label={words.label}
        options={ofList(facts, which).map((topic) => ({ value: topic.id, label: topic.name }))}
        values={[typed[name] ?? []].flat()}
        error={errors?.[name]}
      />
    ),
  })

interface Words {
  readonly title: string
  readonly label: string
}

export const interestsStep = topicStep('interests', 'interest', {
  title: 'What interests you',
  label: 'I would like to hear about or work on',
})
export const offersStep = topicStep('offers', 'offer', {
  title: 'How you could help',
  label: 'Now and then I could',
})
