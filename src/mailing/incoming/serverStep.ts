/** What the server had been asked when it said no (RFC 5321 §3.3). */
export type Step = 'greeting' | 'sender' | 'recipient' | 'letter'

/**
 * How reports say it. Postfix: "(in reply to RCPT TO command)"; Exim: "after end of data"; qmail-remote: "sender was
 * rejected", "does not like recipient", "failed after I sent the message". The first in the text counts.
 */
const SAID: readonly (readonly [Step, RegExp])[] = [
  [
    'recipient',
    /(?:in reply to|in response to|after(?: pipelined)?|sent:?) (?:the )?rcpt\b|does not like recipient|>>> ?rcpt\b/i,
  ],
  [
    'letter',
    /(?:in reply to|in response to|after(?: pipelined| sending)?|sent:?) (?:the )?(?:end of )?(?:data|message (?:body|data|text))\b|failed on data command|failed after i sent the message/i,
  ],
  [
    'sender',
    /(?:in reply to|in response to|after(?: pipelined)?|sent:?) (?:the )?mail from\b|but sender was rejected|>>> ?mail from\b/i,
  ],
  [
    'greeting',
    /(?:in reply to|in response to|after|sent:?) (?:the )?(?:helo|ehlo|initial connection)\b|but (?:my name was rejected|greeting failed)/i,
  ],
]

/** No report says more before it comes to the point. */
const LONGEST = 16_384

/** At which step a server said no, where the report tells: its dialogue first, since a sentence may stand about anybody. */
export function stepIn(report: string): Step | null {
  const text = report.slice(0, LONGEST)
  return stepOfDialogue(text) ?? stepOfSentence(text.replace(/\s+/g, ' '))
}

function stepOfSentence(text: string): Step | null {
  const found = SAID.map(([step, pattern]) => ({ step, at: text.search(pattern) })).filter(({ at }) => at >= 0)
  return found.length ? found.reduce((a, b) => (b.at < a.at ? b : a)).step : null
}

const COMMANDS: readonly (readonly [Step, RegExp])[] = [
  ['recipient', /^rcpt\b/i],
  ['sender', /^mail\b/i],
  ['letter', /^(?:data\b|bdat\b|\.\s*$)/i],
  ['greeting', /^(?:helo|ehlo|lhlo)\b/i],
]

/**
 * The transcript of Sendmail and Courier: ">>> RCPT TO:<…>", then "<<< 550 …". Sendmail sends ahead (RFC 2920) and shows
 * ">>> DATA" above the answer to RCPT TO; it is known by "503 need RCPT", the answer that belongs to DATA.
 */
function stepOfDialogue(text: string): Step | null {
  const lines = text.split('\n').map((line) => line.trim())
  const no = lines.findIndex((line) => /^<<< ?[45]\d\d/.test(line))
  const asked = lines.slice(0, no).findLast((line) => line.startsWith('>>>'))
  if (asked === undefined) return null
  const command = asked.slice(3).trim()
  const step = COMMANDS.find(([, pattern]) => pattern.test(command))?.[0] ?? null
  const sentAhead = lines.slice(no).some((line) => /^<<< ?50[34]\b/.test(line))
  return step === 'letter' && sentAhead ? 'recipient' : step
}
