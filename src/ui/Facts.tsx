export interface Fact {
  /** "47 days" */
  figure: string
  /** "the middle wait in England" */
  words: string
}

/** Two to four figures across the page, each explained. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) =>
  facts.length === 0 ? null : (
    <div class="facts-wrap">
      <dl class="facts wrap">
        {facts.map((fact) => (
          <div>
            <dt>{fact.words}</dt>
            <dd>{fact.figure}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
