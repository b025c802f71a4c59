import { ButtonLink } from './Button.tsx'

/** The way on from a page that a letter's link led to, once there is nothing more to do on it. */
export const ToWebsite = () => (
  <p>
    <ButtonLink href="/" tone="alt">
      Go to the website
    </ButtonLink>
  </p>
)
