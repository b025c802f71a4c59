import { z } from 'zod'
import { typedText } from '../../platform/forms.ts'
import { readSettings, writeSetting } from '../../platform/settings.ts'
import { Field } from '../../ui/Field.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { quoteSetting } from '../homeSettings.ts'
import { line } from './fields.ts'
import { type FieldsProps, section } from './section.ts'

const form = z
  .object({
    quote_words: line(400, 'the words'),
    quote_name: line(120, 'the name'),
    quote_about: line(160, 'the words about them'),
  })
  .superRefine(({ quote_words, quote_name }, context) => {
    if (quote_words && !quote_name)
      context.addIssue({ code: 'custom', path: ['quote_name'], message: 'Say whose words these are.' })
    if (quote_name && !quote_words)
      context.addIssue({ code: 'custom', path: ['quote_words'], message: 'Enter what they said.' })
  })

export const quoteSection = section({
  name: 'quote',
  title: 'Quote on the home page',
  sentence: 'Somebody’s own words. Ask for their leave first. Empty, nothing stands there.',
  saved: 'The quote is saved.',
  schema: form,
  save: (act, { quote_words, quote_name, quote_about }) =>
    writeSetting(act, quoteSetting, quote_words ? { words: quote_words, name: quote_name, about: quote_about } : null),
  stored: async (tx) => {
    const { quote } = await readSettings(tx, { quote: quoteSetting })
    return { quote_words: quote?.words ?? '', quote_name: quote?.name ?? '', quote_about: quote?.about ?? '' }
  },
  Fields: ({ typed, errors }: FieldsProps) => (
    <>
      <TextArea
        name="quote_words"
        label="Words"
        hint="Without quotation marks."
        rows={3}
        value={typedText(typed, 'quote_words')}
        error={errors?.['quote_words']}
      />
      <Field
        name="quote_name"
        label="Who said it"
        value={typedText(typed, 'quote_name')}
        error={errors?.['quote_name']}
      />
      <Field
        name="quote_about"
        label="Who they are"
        hint="Like: lock-keeper, member since 2022"
        value={typedText(typed, 'quote_about')}
        error={errors?.['quote_about']}
      />
    </>
  ),
})
