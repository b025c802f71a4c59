import type { Check } from '../../../platform/slice.ts'

/** How names are looked up. Only tests hand in another than the resolver of the machine. */
export interface Names {
  /** All TXT entries of a name, each joined; it rejects when there are none or nobody answers. */
  readonly txt: (name: string) => Promise<readonly string[]>
}
/** The key letters are signed with; null when the group has none for this domain. */
export interface PublishedKey {
  readonly selector: string
  readonly publicKey: string
}

/**
 * What the DNS says of the domain that letters come from, in words for somebody who is no expert: who may send for it (SPF, RFC
 * 7208), by which key letters are signed (DKIM, RFC 6376), and what receivers do with those that fail both (DMARC, RFC 7489).
 */
export async function domainChecks(domain: string, key: PublishedKey | null, names: Names): Promise<readonly Check[]> {
  const [own, dmarc, dkim] = await Promise.all([
    entries(names, domain),
    dmarcOf(domain, names),
    key ? entries(names, `${key.selector}._domainkey.${domain}`) : null,
  ])
  return [spfCheck(domain, own), dkimCheck(domain, key, dkim), dmarcCheck(domain, dmarc)]
}

const entries = (names: Names, name: string): Promise<readonly string[]> => names.txt(name).catch(() => [])

/** The domain's own policy, or that of the domain it belongs to (RFC 7489 §6.6.3). */
async function dmarcOf(domain: string, names: Names): Promise<readonly string[]> {
  const own = (await entries(names, `_dmarc.${domain}`)).filter(isDmarc)
  const above = domain.split('.').slice(1).join('.')
  return own.length || !above.includes('.') ? own : (await entries(names, `_dmarc.${above}`)).filter(isDmarc)
}
const isDmarc = (entry: string): boolean => /^v\s*=\s*DMARC1\b/i.test(entry)

export function spfCheck(domain: string, found: readonly string[]): Check {
  const subject = 'Who may send for the domain (SPF)'
  const policies = found.filter((entry) => /^v=spf1(?: |$)/i.test(entry))
  if (policies.length === 0)
    return {
      subject,
      state: 'missing',
      sentence: `${domain} does not say which servers may send for it. Ask whoever keeps the domain to add the SPF entry that your mail provider gives.`,
    }
  if (policies.length > 1)
    return {
      subject,
      state: 'missing',
      sentence: `${domain} has ${policies.length} SPF entries, and receivers then believe none. Ask whoever keeps the domain to make one of them.`,
    }
  if (/(?:^| )\+?all(?: |$)/i.test(policies[0]!))
    return {
      subject,
      state: 'attention',
      sentence: `${domain} lets anybody send for it (“all”), so the entry protects nobody. It should end in -all or ~all.`,
    }
  return {
    subject,
    state: 'ok',
    sentence: `${domain} says which servers may send for it. Letters come from that domain in both places where receivers look, so it counts.`,
  }
}

export function dkimCheck(domain: string, key: PublishedKey | null, found: readonly string[] | null): Check {
  const subject = 'Signature (DKIM)'
  if (!key)
    return {
      subject,
      state: 'attention',
      sentence: `Letters from ${domain} are not signed by us. Your mail provider may sign them; if it does not, make a key below.`,
    }
  const name = `${key.selector}._domainkey.${domain}`
  const published = (found ?? []).map((entry) => /(?:^|;)\s*p=([^;]*)/i.exec(entry)?.[1]?.replace(/\s+/g, ''))
  if (published.includes(key.publicKey))
    return { subject, state: 'ok', sentence: `Letters are signed, and ${name} has the key that proves it.` }
  return {
    subject,
    state: 'missing',
    sentence: published.length
      ? `${name} has another key than the one letters are signed with. Ask whoever keeps the domain to put the one below in its place.`
      : `Letters are signed, but ${name} does not exist yet, so the signature counts for nothing. Ask whoever keeps the domain to add the entry below.`,
  }
}

export function dmarcCheck(domain: string, found: readonly string[]): Check {
  const subject = 'What happens to forgeries (DMARC)'
  const policy = /(?:^|;)\s*p\s*=\s*(none|quarantine|reject)/i.exec(found[0] ?? '')?.[1]?.toLowerCase()
  if (!policy)
    return {
      subject,
      state: 'attention',
      sentence: `${domain} does not say what to do with letters that somebody forges in its name. Large providers ask for it of whoever writes to many. An entry at _dmarc.${domain} such as “v=DMARC1; p=none” is a beginning.`,
    }
  const does = { none: 'are only counted', quarantine: 'go to the spam folder', reject: 'are refused' }[policy]
  return {
    subject,
    state: 'ok',
    sentence: `Letters in the name of ${domain} that prove neither their server nor their signature ${does}.`,
  }
}
