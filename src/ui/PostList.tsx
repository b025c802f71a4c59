import type { Child } from './jsx/child.ts'
import { MetaLine } from './MetaLine.tsx'

export interface PostSummary {
  title: string
  href: string
  extract?: string | undefined
  /** Day, author, categories. */
  meta: readonly Child[]
}

/** Posts below each other: archives, categories, authors. */
export const PostList = ({ posts, level = 2 }: { posts: readonly PostSummary[]; level?: 2 | 3 }) => (
  <ul class="post-list" role="list">
    {posts.map((post) => {
      const link = <a href={post.href}>{post.title}</a>
      return (
        <li>
          {level === 2 ? <h2>{link}</h2> : <h3>{link}</h3>}
          <MetaLine items={post.meta} />
          {post.extract && <p>{post.extract}</p>}
        </li>
      )
    })}
  </ul>
)
