import { Checkbox } from '../Checkbox.tsx'
import { CheckboxGroup, RadioCards } from '../Choices.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Field } from '../Field.tsx'
import { FileField } from '../FileField.tsx'
import { SearchBox } from '../SearchBox.tsx'
import { SelectField } from '../SelectField.tsx'
import { SummaryList } from '../SummaryList.tsx'
import { TextArea } from '../TextArea.tsx'
import { Trap } from '../Trap.tsx'
import type { Story } from './story.ts'

const fees = [
  { value: 'standard', label: 'Standard', hint: '£30 a year' },
  { value: 'low', label: 'Low income', hint: '£15 a year. You decide if this is you; we will not ask for proof' },
]
const stages = [
  { value: 'draft', label: 'Draft' },
  { value: 'open', label: 'Out for comment' },
]

export const formStories: readonly Story[] = [
  {
    component: 'SummaryList',
    state: 'answers to check',
    render: () => (
      <SummaryList
        rows={[
          { name: 'Full name', value: 'Ann Price', change: { href: '#name', what: 'your name' } },
          { name: 'Postcode', value: 'SY1 1AA', change: { href: '#postcode', what: 'your postcode' } },
          { name: 'Member since', value: '3 December 2026' },
        ]}
      />
    ),
  },
  { component: 'Trap', state: 'seen by programs only', render: () => <Trap /> },
  { component: 'Field', state: 'empty', render: () => <Field name="name" label="Full name" autocomplete="name" /> },
  {
    component: 'Field',
    state: 'full, with hint and limit',
    render: () => (
      <Field
        name="title"
        label="Title"
        hint="Say what the post is about."
        value="A right to a timely answer"
        maxlength={120}
      />
    ),
  },
  {
    component: 'Field',
    state: 'refused',
    render: () => (
      <Field
        name="postcode"
        label="Postcode"
        hint="So we can tell you about your council and your MP"
        value="SY1"
        size="short"
        autocomplete="postal-code"
        error="Enter a full UK postcode, like SY1 1AA"
      />
    ),
  },
  {
    component: 'Field',
    state: 'a day and a time',
    render: () => (
      <Field
        name="when"
        type="datetime-local"
        size="medium"
        label="Publish at"
        hint="London time"
        value="2026-12-03T19:00"
      />
    ),
  },
  {
    component: 'TextArea',
    state: 'full',
    render: () => (
      <TextArea name="message" label="Your comment" value={'I agree.\nWe waited a year.'} maxlength={4000} />
    ),
  },
  {
    component: 'TextArea',
    state: 'a document, refused',
    render: () => (
      <TextArea
        name="body"
        label="Text"
        source
        value={'## What is wrong\n\nPeople wait *months*.'}
        error="Write at least one sentence before you publish"
      />
    ),
  },
  {
    component: 'SelectField',
    state: 'full',
    render: () => <SelectField name="stage" label="Stage" options={stages} value="open" size="medium" />,
  },
  {
    component: 'SelectField',
    state: 'refused',
    render: () => <SelectField name="stage-2" label="Stage" options={stages} error="Choose a stage" />,
  },
  {
    component: 'FileField',
    state: 'empty',
    render: () => (
      <FileField name="export" label="WordPress export" hint="The .xml file from Tools, Export" accept=".xml,.zip" />
    ),
  },
  {
    component: 'FileField',
    state: 'refused',
    render: () => <FileField name="export-2" label="WordPress export" error="Choose a file first" />,
  },
  {
    component: 'Checkbox',
    state: 'ticked, with hint',
    render: () => (
      <Checkbox name="comments" label="Allow comments" hint="An editor reads each one before it appears" checked />
    ),
  },
  {
    component: 'Checkbox',
    state: 'refused',
    render: () => (
      <Checkbox
        name="consent"
        label="You may write to me about campaigns"
        error="Tick the box if you want our newsletter"
      />
    ),
  },
  {
    component: 'Choices',
    state: 'one of a few',
    render: () => <RadioCards name="fee" label="How much would you like to pay?" options={fees} value="standard" />,
  },
  {
    component: 'Choices',
    state: 'one of a few, refused',
    render: () => (
      <RadioCards
        name="fee-2"
        label="How much would you like to pay?"
        hint="You can change this later"
        options={fees}
        error="Choose what you would like to pay"
      />
    ),
  },
  {
    component: 'Choices',
    state: 'any of a few',
    render: () => <CheckboxGroup name="tags" label="Categories" options={fees} values={['low']} columns />,
  },
  {
    component: 'ErrorSummary',
    state: 'two errors',
    render: () => (
      <ErrorSummary
        errors={{ postcode: 'Enter a full UK postcode, like SY1 1AA', fee: 'Choose what you would like to pay' }}
      />
    ),
  },
  { component: 'SearchBox', state: 'full', render: () => <SearchBox value="waiting times" /> },
]
