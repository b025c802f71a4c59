/** How thoroughly to measure. The quick way is for showing that everything is measured, not for believing the last digit. */
export interface Plan {
  readonly rounds: number
  readonly cachedRequests: number
  readonly uncachedRequests: number
  readonly manyPosts: number
  readonly importedPosts: number
  readonly importedPeople: number
  readonly starts: number
  readonly commentingSeconds: number
  readonly groups: number
  /** People of the large register, and how many small ones of 200 stand beside it. */
  readonly registerPeople: number
  readonly registerGroups: number
  /** How long to look at an installation that nobody asks for anything. */
  readonly restSeconds: number
  /** Readers of a letter, and how often it is sent to all of them. */
  readonly readers: number
  readonly letterRounds: number
  /** Deliveries that are written down at once. */
  readonly queued: number
  /** What the readers of a letter ask for, ten times as fast as it was. */
  readonly herdRequests: number
}

export const whole: Plan = {
  rounds: 5,
  cachedRequests: 20_000,
  uncachedRequests: 300,
  manyPosts: 5000,
  importedPosts: 10_000,
  importedPeople: 100_000,
  starts: 3,
  commentingSeconds: 60,
  groups: 1000,
  registerPeople: 100_000,
  registerGroups: 5000,
  restSeconds: 65,
  readers: 100_000,
  letterRounds: 1,
  queued: 1_000_000,
  herdRequests: 50_000,
}
export const quick: Plan = {
  rounds: 3,
  cachedRequests: 4000,
  uncachedRequests: 60,
  manyPosts: 1000,
  importedPosts: 2000,
  importedPeople: 10_000,
  starts: 1,
  commentingSeconds: 10,
  groups: 200,
  registerPeople: 100_000,
  registerGroups: 50,
  restSeconds: 5,
  readers: 10_000, // with fewer, what grows with their number does not show
  letterRounds: 1,
  queued: 5000,
  herdRequests: 5000,
}
