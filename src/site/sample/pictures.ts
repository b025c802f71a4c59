import sharp from 'sharp'
import type { Act } from '../../platform/act.ts'
import type { Files } from '../../platform/files.ts'
import { pictures } from '../../publishing/index.ts'
import { drawings } from './drawings.ts'

/** A drawing as a file, as if somebody had uploaded it. */
export interface DrawnFile {
  readonly name: string
  readonly alt: string
  readonly file: File
}

/** Draws all pictures. Done before the act, because it takes a moment. */
export const drawPictures = (): Promise<readonly DrawnFile[]> =>
  Promise.all(
    drawings.map(async ({ name, alt, svg }) => {
      const bytes = await sharp(Buffer.from(svg)).webp({ quality: 72 }).toBuffer()
      return { name, alt, file: new File([new Uint8Array(bytes)], `${name}.webp`, { type: 'image/webp' }) }
    }),
  )

/** Makes them the group's; gives each by its name. */
export async function addPictures(
  act: Act,
  files: Files,
  drawn: readonly DrawnFile[],
): Promise<ReadonlyMap<string, pictures.Picture>> {
  const added = new Map<string, pictures.Picture>()
  for (const { name, alt, file } of drawn) {
    const received = await pictures.receive(files, act.group.id, file)
    added.set(name, await pictures.add(act, received, { alt }))
  }
  return added
}
