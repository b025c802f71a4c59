import { ButtonLink } from './Button.tsx'

interface SectionHeadProps {
  title: string
  lede?: string | undefined
  more?: { label: string; href: string } | undefined
}

/** Heading of a part of the home page, with a way to all of it. */
export const SectionHead = ({ title, lede, more }: SectionHeadProps) => (
  <div class="section-head">
    <div>
      <h2>{title}</h2>
      {lede && <p class="lede">{lede}</p>}
    </div>
    {more && (
      <ButtonLink href={more.href} tone="alt">
        {more.label}
      </ButtonLink>
    )}
  </div>
)
