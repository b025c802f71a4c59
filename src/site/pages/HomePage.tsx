import type { ShownImage } from '../../writing/index.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Hero } from '../../ui/Hero.tsx'
import { JoinBand } from '../../ui/JoinBand.tsx'
import type { PageHead } from '../../ui/Page.tsx'
import { PublicLayout, type PublicSite } from '../../ui/PublicLayout.tsx'
import { Quote } from '../../ui/Quote.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import { type Work, WorkGrid } from '../../ui/WorkCard.tsx'
import type { HomeHero, HomeLink } from '../homeSettings.ts'

export interface Home {
  readonly hero: Omit<HomeHero, 'picture'>
  readonly picture?: (ShownImage & { readonly alt: string }) | undefined
  readonly works: readonly Work[]
  readonly facts: readonly { readonly figure: string; readonly words: string }[]
  readonly quote: { readonly words: string; readonly name: string; readonly about: string } | null
  readonly joining: { readonly title: string; readonly sentence: string; readonly reasons: readonly string[] }
}

interface Props {
  head: PageHead
  site: PublicSite
  home: Home
}

/** What the group is and what is new. While its website is elsewhere, what it is and the way there. */
export const HomePage = ({ head, site, home }: Props) => (
  <PublicLayout head={head} site={site} path="/">
    <Hero
      headline={home.hero.headline || site.name}
      stress={home.hero.stress}
      lede={home.hero.lede || site.about}
      actions={
        site.elsewhere ? (
          <GoThere href={site.elsewhere} />
        ) : (
          <Actions buttons={home.hero.buttons} anything={home.works.length > 0} />
        )
      }
      picture={home.picture && <HeroPicture {...home.picture} />}
    />
    <Facts facts={home.facts} />
    {!site.elsewhere && <LatestWork works={home.works} />}
    {(home.quote || site.join) && (
      <div class="wrap stack-l">
        {home.quote && <Quote {...home.quote} />}
        {site.join && (
          <JoinBand
            title={home.joining.title || 'Add what you know'}
            sentence={home.joining.sentence}
            reasons={home.joining.reasons}
            action={site.join}
          />
        )}
      </div>
    )}
  </PublicLayout>
)

const GoThere = ({ href }: { href: string }) => (
  <>
    <ButtonLink href={href} size="lg" icon="external-link">
      Go to our website
    </ButtonLink>
    <p class="meta">{new URL(href).host}</p>
  </>
)

/** The group's own buttons; before it has any, the way to its posts. */
function Actions({ buttons, anything }: { buttons: readonly HomeLink[]; anything: boolean }) {
  const shown = buttons.length > 0 ? buttons : anything ? [{ label: 'Read our posts', href: '/posts' }] : []
  return (
    <>
      {shown.map(({ label, href }, index) => (
        <ButtonLink href={href} size="lg" tone={index === 0 ? undefined : 'alt'}>
          {label}
        </ButtonLink>
      ))}
    </>
  )
}

const HeroPicture = ({ src, srcset, alt, width, height }: NonNullable<Home['picture']>) => (
  <img src={src} srcset={srcset} sizes="(min-width: 62rem) 34rem, 100vw" alt={alt} width={width} height={height} />
)

const LatestWork = ({ works }: { works: readonly Work[] }) => (
  <section class="wrap section">
    {works.length > 0 ? (
      <>
        <SectionHead
          title="Our latest work"
          lede="What we have written, found out and said."
          more={{ label: 'All posts', href: '/posts' }}
        />
        <WorkGrid works={works} />
      </>
    ) : (
      <Empty icon="newspaper" title="This website has just begun" sentence="Its first posts will stand here soon." />
    )}
  </section>
)
