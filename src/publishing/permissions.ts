import { type Actor, holdsAny, isOfficer } from '../platform/actor.ts'
import type { Role } from '../platform/roles.ts'

/** Any officer writes, edits and previews. */
export const mayWrite = (actor: Actor): boolean => isOfficer(actor)

/** Who decides what the public sees: posts and pages, the menu, categories, authors. The host may, for imports. */
export const mayPublish = (actor: Actor): boolean =>
  actor.kind === 'host' || holdsAny(actor, 'editor', 'chair', 'vice_chair', 'secretary')

export const publishersOnly =
  'Only the editor, the chair, the vice-chair and the secretary change what the public sees.'

/** Who reads comments before they appear, and hears of them by letter. */
export const moderators: readonly Role[] = ['editor', 'chair', 'vice_chair', 'secretary']
export const mayModerate = (actor: Actor): boolean => holdsAny(actor, ...moderators)

export const moderatorsOnly = 'Only the editor, the chair, the vice-chair and the secretary look after comments.'
