interface Neighbour {
  title: string
  href: string
}

interface NeighboursProps {
  /** What they are one of: 'post' */
  of: string
  older: Neighbour | null | undefined
  newer: Neighbour | null | undefined
}

/** The way to what was published before and after; nothing when it stands alone. */
export const Neighbours = ({ of, older, newer }: NeighboursProps) =>
  !older && !newer ? null : (
    <nav class="neighbours" aria-label={`Other ${of}s`}>
      {older && (
        <a href={older.href} rel="prev">
          <span>Earlier {of}</span> {older.title}
        </a>
      )}
      {newer && (
        <a href={newer.href} rel="next">
          <span>Later {of}</span> {newer.title}
        </a>
      )}
    </nav>
  )
