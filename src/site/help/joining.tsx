/** How people come onto the register by themselves. */
export const Joining = () => (
  <>
    <p>
      People join at <a href="/join">/join</a>, as members or as supporters. Whether they may, as what, and what each
      means here is under <a href="/office/settings#joining">Settings, Joining</a>. Where your group has lists of
      interests and offers of help, they are asked for those too.
    </p>
    <p>
      Nobody is on the register before they have pressed the button behind the link in their letter. Then a welcome goes
      to them, and Today tells officers who see everybody’s membership. Somebody who is on the register already gets a
      letter that says so; the page says the same to everybody, so that it tells nobody who is a member.
    </p>
    <p>
      Everybody on the register has a page of their own: they sign in with their address and see what you hold, also
      your notes, and who opened their record. There they change it, say yes or no to each kind of letter, take a copy,
      and leave. A no of theirs stands: no import and no officer can take it back.
    </p>
  </>
)
