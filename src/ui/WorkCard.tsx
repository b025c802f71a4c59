import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import type { Child } from './jsx/child.ts'

export interface Work {
  title: string
  href: string
  /** "Policy paper, out for comment", "Blog" */
  kind: string
  icon?: IconName
  extract?: string | undefined
  picture?: { src: string; width: number; height: number } | undefined
  /** Day and author, a chip, a meter. */
  foot?: Child
}

/** One piece of work; all of it leads there. A picture only decorates: the title says what it is. */
export const WorkCard = ({ work }: { work: Work }) => (
  <article class="card work">
    {work.picture && (
      <img
        class="picture"
        src={work.picture.src}
        width={work.picture.width}
        height={work.picture.height}
        alt=""
        loading="lazy"
      />
    )}
    <div class="top">
      <span class="kind">
        <Icon name={work.icon ?? 'file-text'} />
        {work.kind}
      </span>
      <h3>
        <a href={work.href}>{work.title}</a>
      </h3>
      {work.extract && <p>{work.extract}</p>}
    </div>
    {work.foot && <div class="foot">{work.foot}</div>}
  </article>
)

export const WorkGrid = ({ works }: { works: readonly Work[] }) => (
  <ul class="work-grid" role="list">
    {works.map((work) => (
      <li>
        <WorkCard work={work} />
      </li>
    ))}
  </ul>
)
