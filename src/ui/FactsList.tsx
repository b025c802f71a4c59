import type { Child } from './jsx/child.ts'

/** Names and values of a record; what is missing is left out. */
export const FactsList = ({ facts }: { facts: readonly (readonly [name: string, value: Child])[] }) => (
  <dl class="facts-list">
    {facts
      .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
      .map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
  </dl>
)
