import { setTimeout as sleep } from 'node:timers/promises'
import { command, type Terminal } from './program.ts'
import { Miss } from './walk.ts'

/** Letters to an address, oldest first, as the host of an installation without a mail server reads them. */
export async function lettersTo(terminal: Terminal, email: string): Promise<readonly string[]> {
  const { stdout } = await command(terminal, ['outbox'])
  return stdout.split(/^(?=From:)/m).filter((letter) => letter.includes(email))
}

/** The first letter to an address after so many. It is written by a job, moments after it was asked for. */
export async function nextLetter(terminal: Terminal, email: string, seen: number): Promise<string> {
  for (let turn = 0; turn < 20; turn += 1) {
    const letters = await lettersTo(terminal, email)
    if (letters.length > seen) return letters[seen]!
    await sleep(250)
  }
  throw new Miss(`“outbox” shows letter ${seen + 1} to ${email}`)
}

/** The link to one of our pages in a letter. */
export function linkIn(letter: string, path: string): string {
  const link = new RegExp(`http://\\S+${path}[\\w-]{20,100}`).exec(letter)?.[0]
  if (!link) throw new Miss(`the letter has a link to ${path}`)
  return link
}

export function codeIn(letter: string): string {
  const code = /Your code is (\d{6})/.exec(letter)?.[1]
  if (!code) throw new Miss('the letter has a code')
  return code
}
