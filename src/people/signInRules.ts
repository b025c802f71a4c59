/** How long a link and its code are good. */
export const SIGN_IN_MINUTES = 15

interface Request {
  readonly browser_hash: string | null
  readonly expires_at: Date
  readonly used_at: Date | null
  readonly used_elsewhere_at: Date | null
}

export const minutesLeft = ({ expires_at }: Pick<Request, 'expires_at'>, at: Date): number =>
  (expires_at.getTime() - at.getTime()) / 60_000

/** Whether a link may be used here: in the browser that asked, in another one, or no more. A host's link asks no browser. */
export function standing(
  request: Request,
  { browserHash, at }: { browserHash: string | null; at: Date },
): 'same browser' | 'elsewhere' | 'over' {
  if (minutesLeft(request, at) <= 0 || request.used_at) return 'over'
  if (request.browser_hash === null || request.browser_hash === browserHash) return 'same browser'
  return request.used_elsewhere_at ? 'over' : 'elsewhere'
}
