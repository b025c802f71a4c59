/** The id of a form field, so that error summaries, labels and tests can point at it. */
export const fieldId = (name: string): string => `field-${name.replaceAll(/[^\w-]/g, '-')}`
