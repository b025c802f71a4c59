/** What comes back after a letter was sent. */
export const LettersBack = () => (
  <>
    <p>
      When a letter comes back because there is no such mailbox, nobody writes to that address any more. Today says so,
      and <a href="/office/register/addresses">Addresses that fail</a> says why for each. Find out the right address and
      change it on the record. If you know that the address is right, say so: it is written to again.
    </p>
    <p>
      A full mailbox is no reason to stop. Only when three letters in a row come back, at least a week apart, the
      address counts as failing.
    </p>
    <p>
      Somebody’s mailbox may answer “I have moved” with a new address. Nothing changes by that. Ask them another way
      first, because whoever confirms the new address can sign in as them. Then choose “Ask there”: a letter goes to the
      new address, and the record changes when they open its link.
    </p>
    <p>
      Whoever presses “this is spam”, or answers “unsubscribe”, gets no more newsletters from that moment. You need not
      do anything.
    </p>
    <p>
      When the line to the mail server breaks at the wrong moment, nobody can tell whether a letter arrived. Nothing is
      sent again by itself. Copies of a newsletter stand with its sending; letters to one person stand under{' '}
      <a href="/office/letters/uncertain">May not have arrived</a>. Ask them, send it again, or leave it. What nobody
      decides there goes after a month.
    </p>
    <p>
      What people answer stands under <a href="/office/letters/replies">Replies</a>, for the chair, the vice chair and
      the secretary. The chair gets each reply by email, too, and an answer to that email goes to the person. You can
      switch that off in the <a href="/office/settings#replies">settings</a>. Words are kept for 90 days; answer from
      your own mail program, and mark the reply as done. Automatic answers are counted and not shown.
    </p>
  </>
)
