import type { Child } from './jsx/child.ts'

/** Who promotes this page, and what it runs on. The promoter's name and address come from the group's settings. */
export const Imprint = ({ promoter }: { promoter?: Child }) => (
  <div class="imprint">
    {promoter && <p>{promoter}</p>}
    <p>
      Runs on <a href="/backbench">Backbench</a>, open-source software for policy groups.
    </p>
  </div>
)
