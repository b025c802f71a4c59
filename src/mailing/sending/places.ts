/** What differs from reader to reader. */
export interface ReaderWords {
  readonly name: string
  /** A page with a button that ends the letters; the address for the one-click of RFC 8058 is the same. */
  readonly unsubscribe: string
  readonly preferences: string
  /** Where the letter's asks are answered, or its one question. */
  readonly answers: string
}
export type Place = keyof ReaderWords
export const place = (name: Place): string => `{{${name}}}`

const PLACE = /\{\{(name|unsubscribe|preferences|answers)\}\}/

/** Splits a text at its places: texts stand at even positions, names of places at odd ones. */
export const splitAtPlaces = (text: string): readonly string[] => text.split(PLACE)
export const isPlace = (position: number): boolean => position % 2 === 1
