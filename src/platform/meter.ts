/** Counts what this process has answered since it started. Numbers only: no path, no group, no visitor. */
export class Meter {
  readonly #classes = [0, 0, 0, 0, 0, 0]
  #kept = 0

  /** `kept`: answered from the page cache. */
  count(status: number, kept: boolean): void {
    this.#classes[Math.floor(status / 100)]! += 1
    if (kept) this.#kept += 1
  }

  /** How many requests there were. */
  get requests(): number {
    return this.#classes.reduce((sum, count) => sum + count)
  }

  get answered(): { readonly classes: readonly number[]; readonly kept: number } {
    return { classes: this.#classes, kept: this.#kept }
  }
}
