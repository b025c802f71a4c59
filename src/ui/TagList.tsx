/** Categories or tags as links. */
export const TagList = ({ tags, label }: { tags: readonly { label: string; href: string }[]; label: string }) =>
  tags.length === 0 ? null : (
    <ul class="tags" role="list" aria-label={label}>
      {tags.map((tag) => (
        <li>
          <a href={tag.href} rel="tag">
            {tag.label}
          </a>
        </li>
      ))}
    </ul>
  )
