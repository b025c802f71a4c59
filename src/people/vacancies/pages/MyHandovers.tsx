import { roleNames } from '../../../platform/roles.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Unseen } from '../../../ui/Unseen.tsx'
import { civilDayWords } from '../../../ui/words.ts'
import type { Vacancy } from '../vacancies.ts'

/** Offices this person hands over or takes on; signed off also when they are no officer any more, or not yet. */
export const MyHandovers = ({ handovers, personId }: { handovers: readonly Vacancy[]; personId: string }) => (
  <Card labelledby="handovers">
    <CardHead title="Your handovers" id="handovers" />
    <ul class="told" role="list">
      {handovers.map(({ id, role, leaves, comes, handsOverOn }) => (
        <li>
          <h3>{roleNames[role]}</h3>
          <p>
            {leaves?.personId === personId
              ? `You hand it over to ${comes!.name} on ${civilDayWords(handsOverOn!)}.`
              : `You take it on from ${civilDayWords(handsOverOn!)}${leaves ? `, from ${leaves.name}` : ''}.`}
          </p>
          <form method="post" action={`/my/vacancies/${id}/signature`}>
            <Button tone="alt" size="sm">
              {leaves?.personId === personId ? 'Everything is handed over' : 'I have everything'}
              <Unseen>: {roleNames[role]}</Unseen>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  </Card>
)
