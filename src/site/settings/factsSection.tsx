import { z } from 'zod'
import { typedText } from '../../platform/forms.ts'
import { readSettings, writeSetting } from '../../platform/settings.ts'
import { Field } from '../../ui/Field.tsx'
import { factsSetting } from '../homeSettings.ts'
import { line } from './fields.ts'
import { type FieldsProps, section } from './section.ts'

const NUMBERS = [1, 2, 3, 4] as const
const figure = line(20, 'a figure')
const words = line(80, 'the words below a figure')

const form = z
  .object({
    figure1: figure,
    words1: words,
    figure2: figure,
    words2: words,
    figure3: figure,
    words3: words,
    figure4: figure,
    words4: words,
  })
  .transform((values, context) =>
    NUMBERS.flatMap((number) => {
      const fact = { figure: values[`figure${number}`], words: values[`words${number}`] }
      if (fact.figure && !fact.words)
        context.addIssue({ code: 'custom', path: [`words${number}`], message: `Say what “${fact.figure}” is.` })
      if (fact.words && !fact.figure)
        context.addIssue({
          code: 'custom',
          path: [`figure${number}`],
          message: `Enter the figure that “${fact.words}” explains.`,
        })
      return fact.figure ? [fact] : []
    }),
  )

export const factsSection = section({
  name: 'facts',
  title: 'Facts on the home page',
  sentence: 'Up to four figures in a row, each explained in a few words.',
  saved: 'The facts are saved.',
  schema: form,
  save: (act, facts) => writeSetting(act, factsSetting, facts),
  stored: async (tx) => {
    const { facts } = await readSettings(tx, { facts: factsSetting })
    return Object.fromEntries(
      NUMBERS.flatMap((number) => {
        const fact = facts[number - 1]
        return [
          [`figure${number}`, fact?.figure ?? ''],
          [`words${number}`, fact?.words ?? ''],
        ]
      }),
    )
  },
  Fields: ({ typed, errors }: FieldsProps) => (
    <>
      {NUMBERS.map((number) => (
        <div class="pair">
          <Field
            name={`figure${number}`}
            label={`Figure ${number}`}
            size="short"
            value={typedText(typed, `figure${number}`)}
            error={errors?.[`figure${number}`]}
          />
          <Field
            name={`words${number}`}
            label="What it is"
            value={typedText(typed, `words${number}`)}
            error={errors?.[`words${number}`]}
          />
        </div>
      ))}
    </>
  ),
})
