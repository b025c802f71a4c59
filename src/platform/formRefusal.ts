import { Refusal } from './refusal.ts'

/** A rule said no to one field of a form: the page shows the form again with the reason beside that field. */
export class FormRefusal extends Refusal {
  readonly field: string

  constructor(field: string, message: string) {
    super(message, 422)
    this.field = field
  }
}
