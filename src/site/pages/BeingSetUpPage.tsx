import { PlainLayout } from '../../ui/PlainLayout.tsx'

/** What everybody but the host sees of an installation without a group. It names nobody. */
export const BeingSetUpPage = () => (
  <PlainLayout head={{ title: 'Being set up', noindex: true }} look={{ name: 'Backbench' }}>
    <div class="stack">
      <h1>This website is being set up</h1>
      <p class="lede">There is nothing to read here yet. Come back a little later.</p>
      <p>If you are setting it up: open the address that the program showed in its terminal.</p>
    </div>
  </PlainLayout>
)

/** The one-time address, opened again. */
export const AlreadySetUpPage = () => (
  <PlainLayout head={{ title: 'Already set up', noindex: true }} look={{ name: 'Backbench' }}>
    <div class="stack">
      <h1>This has been set up</h1>
      <p class="lede">The address you opened worked once, and has been used.</p>
      <p>
        <a href="/office">Go to the office</a>, where its officers sign in.
      </p>
    </div>
  </PlainLayout>
)
