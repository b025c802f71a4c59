import type { Kind } from './kinds.ts'
import type { BasisKind, Purpose } from './purposes.ts'
import type { WhyNot } from './register/unreachable.ts'

declare module '../platform/views.ts' {
  interface Views {
    'people.named': { group_id: number; id: string; name: string }
    'people.public_officer': {
      group_id: number
      person_id: string
      name: string
      role: string
      from_on: string
      to_on: string | null
      biography: string
      photo_sha256: string | null
    }
    'people.reachable': {
      group_id: number
      person_id: string
      purpose: Purpose
      basis: BasisKind
      name: string
      email: string
      kind: Kind
    }
    'people.unreachable': { group_id: number; person_id: string; purpose: Purpose; why: WhyNot }
    'people.publicly_named': { group_id: number; person_id: string; name: string; kind: Kind }
  }
}
