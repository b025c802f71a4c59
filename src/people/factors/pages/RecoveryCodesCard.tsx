import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'

const FEW = 3

export const RecoveryCodesCard = ({ codesLeft }: { codesLeft: number }) => (
  <Card labelledby="recovery-codes">
    <CardHead title="Recovery codes" id="recovery-codes">
      <Chip tone={codesLeft > FEW ? 'ok' : 'warn'}>{codesLeft} of 10 left</Chip>
    </CardHead>
    <div class="pad stack">
      <p>For the day when your phone is gone. Each works once, after the letter.</p>
      <form method="post" action="/my/security/recovery-codes">
        <Button tone="alt">Make ten new ones</Button>
      </form>
    </div>
  </Card>
)
