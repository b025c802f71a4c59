/**
 * The day of a serial number in a spreadsheet: days since 30 December 1899, or since 1904 in workbooks from old Macintoshes
 * (ECMA-376 part 1, 18.17.4.1). Excel believes in 29 February 1900, so earlier numbers are a day off: no member joined then.
 */
export function dayOfSerial(serial: number, since1904 = false): string | null {
  const days = Math.floor(serial) + (since1904 ? DAYS_TO_1904 : 0)
  if (!(days >= FIRST && days <= LAST)) return null
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10)
}

const DAYS_TO_1904 = 1462
/** 1 March 1900 to 31 December 2199. */
const [FIRST, LAST] = [61, 109_937]

/** Formats 14 to 17 and 22 show a day; 18 to 21 and 45 to 47 a time (ECMA-376 part 1, 18.8.30). 27 to 36 and 50 to 58 are East Asian days. */
export const isDayFormat = (id: number, code: string | undefined): boolean =>
  code === undefined
    ? (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
    : /[yd]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').replace(/general/gi, ''))
