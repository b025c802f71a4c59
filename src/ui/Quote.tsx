import { Avatar } from './Avatar.tsx'

interface QuoteProps {
  words: string
  name: string
  /** "Retired team manager, Wrexham" */
  about?: string | undefined
}

export const Quote = ({ words, name, about }: QuoteProps) => (
  <figure class="quote">
    <blockquote>“{words}”</blockquote>
    <figcaption>
      <Avatar name={name} />
      <span>
        {name}
        {about && (
          <>
            <br />
            <span class="meta">{about}</span>
          </>
        )}
      </span>
    </figcaption>
  </figure>
)
