import type { PagePicture } from './finding.ts'

/** Pictures that say nothing to people who cannot see them (WCAG 2.2, 1.1.1), by file name. */
export function picturesWithoutText(pictures: readonly PagePicture[]): string[] {
  return pictures
    .filter(({ alt }) => alt.trim() === '')
    .map(
      ({ src }) =>
        src
          .replace(/[?#].*$/, '')
          .split('/')
          .at(-1) || src,
    )
}
