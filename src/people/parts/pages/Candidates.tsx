import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Unseen } from '../../../ui/Unseen.tsx'
import { kindNames } from '../../kinds.ts'
import type { Candidate } from '../partMembers.ts'
import type { Part } from '../parts.ts'
import { PARTS } from './PartsPage.tsx'

interface Props {
  part: Part
  candidates: readonly Candidate[]
  q: string
}

/** Finds people on the register and puts them in, one press each. */
export const Candidates = ({ part, candidates, q }: Props) => (
  <Card labelledby="add">
    <CardHead title="Add people" id="add" />
    <div class="pad stack">
      <form method="get" action={`${PARTS}/${part.id}`} role="search" aria-label="Find on the register" class="stack-s">
        <Field name="q" label="Find on the register" hint="A name or an email address" type="search" value={q} />
        <Button tone="alt" icon="search">
          Find
        </Button>
      </form>
      {q && candidates.length === 0 && <p>Nobody on the register has “{q}” in their name or address.</p>}
    </div>
    {candidates.length > 0 && (
      <ul class="activity" role="list">
        {candidates.map(({ id, name, kind, email, inside }) => (
          <li>
            <span>
              <b>{name}</b>
              <br />
              <span class="meta">
                {kindNames[kind]}
                {email && `, ${email}`}
              </span>
            </span>
            {inside ? (
              <span class="meta">In it already</span>
            ) : (
              <form method="post" action={`${PARTS}/${part.id}/people`}>
                <input type="hidden" name="person" value={id} />
                <Button tone="alt" size="sm">
                  Add<Unseen> {name}</Unseen>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    )}
  </Card>
)
