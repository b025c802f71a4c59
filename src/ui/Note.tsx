import { Avatar } from './Avatar.tsx'
import { classes } from './classes.ts'
import type { Child, WithChildren } from './jsx/child.ts'

interface NoteProps {
  /** Who wrote it. */
  name: string
  /** "Comment on paragraph 4, 3 December 2026" */
  about: Child
  /** The one the reader came for. */
  current?: boolean
}

/** A comment or an amendment beside a document; below it on a phone. */
export const Note = ({ name, about, current, children }: WithChildren<NoteProps>) => (
  <article class={classes('note', current && 'on')} aria-label={`Note by ${name}`}>
    <div class="who">
      <Avatar name={name} />
      <span>
        <b>{name}</b>
        <span class="meta">{about}</span>
      </span>
    </div>
    {children}
  </article>
)
