import type { BounceReason } from './classes.ts'
import { firstFit, type Phrases } from './phrases.ts'

/** What may be said of anything; believed only when neither codes nor plainer words say more. */
const VAGUE: Phrases = [
  ['no_such_user', /mail ?box (?:is )?(?:unavailable|not available)/],
  [
    'policy',
    /\bpolic(?:y|ies)\b|administrative(?:ly)?|prohibit|access denied|not (?:allowed|authori[sz]ed|permitted|accepted|welcome)|forbidden|\bbanned|\bblock(?:ed|ing)?\b|restrict|\btls\b|starttls|encryption|violat|authentication|permission|\bfilter(?:ed|ing)?\b|unacceptable|not want|authrequired|権限|拒否|許可|berechtigung|autoris|permiso|autorizz|permiss[aã]o|toestemming|разрешени|权限|權限|권한/,
  ],
  // Sendmail's 554 and the 421 of RFC 5321 say it whatever the reason.
  ['system', /try (?:again|later)|service (?:is )?(?:currently )?(?:not available|unavailable|shutting)/],
  [
    'no_such_user',
    /recipient (?:address )?rejected|mail ?box|\brcpt\b[^\n]{0,60}\b(?:rejected|failed)|user'?s? (?:reject|doubtful)/,
  ],
]

/** Tells that the answer was no, not why; the middle figure of a code says more. */
const BARE: Phrases = [['policy', /\breject|\brefus|\bdenied|\bdisallow/]]

export const vagueReason = (text: string): BounceReason | null => firstFit(VAGUE, text)
export const bareReason = (text: string): BounceReason | null => firstFit(BARE, text)
