import type { CDPSession } from 'playwright-core'

/** A device beside the browser that says yes (WebDriver virtual authenticator, W3C Web Authentication §11.2). */
export async function addVirtualDevice(session: CDPSession): Promise<void> {
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
