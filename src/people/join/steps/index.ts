import type { StepName } from '../answers.ts'
import { hatsStep, interestsStep, occupationStep, offersStep } from './about.tsx'
import { choicesStep } from './choices.tsx'
import { emailStep } from './email.tsx'
import { kindStep } from './kind.tsx'
import { nameStep } from './name.tsx'
import { placesStep } from './places.tsx'
import { postcodeStep } from './postcode.tsx'
import type { Facts, Step } from './step.ts'

/** The pages of the form in their order. */
const steps: readonly Step[] = [
  kindStep,
  nameStep,
  emailStep,
  postcodeStep,
  placesStep,
  occupationStep,
  hatsStep,
  interestsStep,
  offersStep,
  choicesStep,
]

export const stepNamed = (name: string): Step | undefined => steps.find((one) => one.name === name)

export const hrefOf = (name: StepName | 'check'): string => (name === 'kind' ? '/join' : `/join/${name}`)

/** Those that ask this person something. */
export const stepsFor = (facts: Facts): readonly Step[] => steps.filter(({ applies }) => applies?.(facts) ?? true)

const isDone = ({ answers: { done = [] } }: Facts, { name }: Step): boolean => done.includes(name)

/** The first page that was not answered yet, or the check: nobody gets past a question by its address. */
export const firstOpen = (facts: Facts): StepName | 'check' =>
  stepsFor(facts).find((one) => !isDone(facts, one))?.name ?? 'check'

/** Whether a page may be shown: everything before it is answered. */
export function mayShow(facts: Facts, name: StepName): boolean {
  const mine = stepsFor(facts)
  const at = mine.findIndex((one) => one.name === name)
  return at >= 0 && mine.slice(0, at).every((one) => isDone(facts, one))
}

/** Where pressing on leads: to the next page, or, once all was checked, back to the check. */
export function after(facts: Facts, name: StepName): StepName | 'check' {
  if (facts.answers.checked) return firstOpen(facts)
  const mine = stepsFor(facts)
  return mine[mine.findIndex((one) => one.name === name) + 1]?.name ?? 'check'
}

/** "Step 4 of 9": the choice of places is part of the postcode's, so that the number does not jump; the check is the last. */
export function progress(facts: Facts, name: StepName | 'check'): { at: number; of: number } {
  const counted = stepsFor(facts).filter((one) => one.name !== 'places')
  const of = counted.length + 1
  const wanted = name === 'places' ? 'postcode' : name
  return { at: wanted === 'check' ? of : counted.findIndex((one) => one.name === wanted) + 1, of }
}
