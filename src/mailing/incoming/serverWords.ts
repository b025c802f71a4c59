import type { BounceReason } from './classes.ts'
import { firstFit, type Phrases } from './phrases.ts'

/**
 * What mail servers say, as their own documentation has it: Postfix, Exim, Sendmail, qmail, Courier, Exchange, Domino,
 * Gmail, Outlook.com, Yahoo. The first that fits counts, so that what is more certain stands further up. Each looks
 * through a bounded stretch only, so that no text makes the search slow.
 */
const PLAIN: Phrases = [
  // Of its way, before words such as "exceeds the maximum" are taken for its size.
  [
    'system',
    /\bmail (?:\w+ )?loop|loops? back|looping|mx records? points? to local|remote host address is the local host|too many hops|hop ?count|maximum hop|too many received/,
  ],
  // A refusal of the sender's own address or host must not be read as one of the recipient's.
  ['auth', /\b(?:spf|dkim|dmarc|domainkeys|sender id)\b|sender policy framework/],
  ['auth', /\bun-?authenticated (?:e-?mail|mail|sender|message)|email authentication|not pass authentication/],
  ['policy', /\b(?:dns)?(?:rbl|bl)\b|(?:black|block|deny)[ -]?list|spamhaus|spamcop|barracuda|sorbs|senderscore/],
  ['policy', /\breputation\b|\bblocked (?:using|by|for|due|because)|(?:listed|found) (?:at|in|on) \S*(?:bl|list)\b/],
  ['policy', /reverse (?:dns|lookup|hostname)|dns reverse|\bptr\b|\brdns\b|cannot find your (?:reverse )?host/],
  ['policy', /\b(?:sender|sending|client|your)\b[^.;\n]{0,20}\bmust resolve|\bfrom: domain is invalid/],
  [
    'policy',
    /\b(?:(?:client|sender|envelope|sending|helo|ehlo)\b[^.;\n]{0,25}\b|your |from (?:this |your |the )?)(?:mail )?(?:host|domain|address|ip|hostname|helo|ehlo|server)\b[^.;\n]{0,50}(?:reject|refus|block|den(?:ied|y)|banned|not (?:exist|resolve|found|allowed|valid)|n't (?:exist|resolve)|invalid|verif|could not be)/,
  ],
  [
    'policy',
    /\bsender\b[^.;\n]{0,40}(?:reject|refus|denied|blocked|not (?:allowed|permitted|authori[sz]ed)|n't (?:exist|resolve)|verif)/,
  ],
  ['policy', /domain of sender|sender'?s? domain|sender verif|invalid sender|bad sender|unknown sender/],
  [
    'policy',
    /\brelay(?:ing|ed)?\b[^.;\n]{0,30}(?:den|not|prohib|reject|disallow|refus|forbid|access)|(?:not|unable to|cannot|can't|do not|don't|no) (?:\w+ )?relay/,
  ],
  [
    'policy',
    /gr[ae]y-?list|too many (?:connections|concurrent|sessions|recipients|messages|mails|emails|requests)|rate[ -]?limit|throttl|unusual rate|(?:sending|receiving) (?:mail|messages|limit)[^.\n]{0,30}(?:too (?:fast|quickly)|rate)|user complaints|unexpected volume|daily [^.;\n]{0,30}limit exceeded|service refused|traffic not accepted|messages? (?:from host )?temporarily deferred/,
  ],
  ['spam', /\bvirus|\bmalware|\binfected|phish|\btrojan/],
  ['spam', /\bspam(?:my|ming|med|assassin)?\b|\bjunk\b|unsolicited|\bube\b|\buce\b|\b[us]ur[il]bl\b|bulk (?:e-?)?mail/],

  [
    'mailbox_full',
    /(?:over|exceed\w*|out of|beyond|insufficient|above|reached)\b[^.;\n]{0,40}\bquota|quota\b[^.;\n]{0,30}(?:exceed|full|reach|limit|over|violat)|overquota|quotaexceeded/,
  ],
  [
    'mailbox_full',
    /\b(?:mail ?box|mail ?folder|inbox|maildir|account|mailfolder|postbox|storage)\b[^.;\n]{0,50}\b(?:is|are|was|be|has)?\s?(?:already |currently |too )?(?:full\b|over ?quota|over its|exceed|reached (?:its|the)|out of)/,
  ],
  [
    'mailbox_full',
    /\b(?:full|overfull) (?:mail ?box|inbox|account)|(?:mailbox|inbox)[^.;\n]{0,12}size limit|(?:mailbox|recipient|user)\S*[^.;\n]{0,30}(?:storage|disk|space)[^.;\n]{0,20}(?:limit|full|exceed)|not enough (?:storage|disk|free)? ?space|(?:exceed|no|insufficient)\w*[^.;\n]{0,20}(?:mailbox|disk|storage) (?:space|limit)|full mailbox/,
  ],
  [
    'mailbox_full',
    /postfach[^.\n]{0,30}voll|bo[iî]te[^.\n]{0,40}pleine|buz[oó]n[^.\n]{0,30}llen|casella[^.\n]{0,30}piena|caixa[^.\n]{0,30}cheia|postvak[^.\n]{0,20}vol|容量|いっぱい/,
  ],
  [
    'size',
    /(?:message|mail|e-?mail|attachment|letter|data|size)\b[^.;\n]{0,30}(?:too (?:large|big)|(?:exceed|larger|over|above|bigger)\w*[^.;\n]{0,40}(?:size|limit|max|length|bytes|[km]b))|(?:message|mail) size|size (?:limit|exceed)|too much mail data|max(?:imum)? (?:\w+ ){0,2}size/,
  ],

  [
    'moved',
    /\b(?:user|recipient|account|mailbox|address|person)\b[^.;\n]{0,30}\b(?:has|have) (?:moved|changed)|user not local;? (?:please )?try|new (?:e-?mail )?address is|(?:e-?mail )?address (?:has )?(?:been )?changed (?:to)?|has (?:moved|been moved) to|(?:is )?no longer (?:with|at|works|employed)|has left (?:the|this|our)|please (?:use|update|send)[^.;\n]{0,40}new (?:e-?mail )?address/,
  ],
  [
    'suspended',
    /\b(?:account|mail ?box|user|recipient|address|e-?mail|domain|customer)\b[^.;\n]{0,50}\b(?:disabled|suspended|locked|inactiv\w*|deactivated|de-activated|frozen|dormant|expired|discontinued|not active|on hold|disable)\b|\b(?:disabled|suspended|inactive|locked|deactivated) (?:user|account|mail ?box|recipient)|not been (?:used|accessed|logged)/,
  ],

  [
    'no_such_host',
    /\b(?:host|domain|site)\b(?: or domain)?(?: name)?\b[^.;\n]{0,40}(?:not found|unknown|(?:does|do) ?(?:n[o']t|not) exist|not exist|couldn'?t be found|could not be (?:found|resolved)|is invalid|not valid|n't resolve|non-?existent|unresolv|no longer exists)/,
  ],
  // qmail's "couldn't find a mail exchanger or IP address" is no word about an address of ours.
  ['no_such_host', /(?:couldn't|could not|cannot|can't|unable to) find an? (?:mail ?exchanger|mx)/],
  [
    'no_such_host',
    /(?:unknown|no such|invalid|bad|non-?existent|unresolvable|can'?t find|cannot find|couldn't find any|unrout(?:e)?able)\b[^.;\n]{0,20}\b(?:host|domain|server name|site)\b|name or service not known|nxdomain|no (?:valid )?(?:mx|mail exchanger?|mail server)|mx records? (?:point (?!to local)|could|not)|mx or srv record indicated no|all host address lookups failed permanently|(?:null|no) ?mx|nullmx|dns\b[^.;\n]{0,30}(?:not found|nonexistent|no such|fail: ?host)/,
  ],
  [
    'no_such_host',
    /(?:domain|host|server)\b[^.;\n]{0,30}(?:does not|doesn't|not|never) (?:accept|receive)(?:s|ing)? (?:\w+ )?(?:e-?)?mail/,
  ],

  [
    'no_such_user',
    /\bunknown (?:or illegal )?(?:user|recipient|mail ?box|local|address|account|alias|addressee|to)\b|\b(?:user|recipient|mail ?box|addressee|account|alias|address|local ?part|userid|login|name|somebody)\b[^.;\n]{0,50}\b(?:unknown|is invalid|not known|not found|not listed|not recogni[sz]ed|non-?existent|nonexistant|undeliverable|has been (?:deleted|removed|closed|cancell?ed|terminated))\b/,
  ],
  [
    'no_such_user',
    /\b(?:no such|invalid|no valid|bad|illegal|incorrect|nonexistent|non-existent|unrout(?:e)?able|undeliverable|wrong) (?:\w+ ){0,3}(?:user|userid|recipients?|mail ?box|e-?mail|address|addressee|account|alias|person|local part|destination|id|name)\b/,
  ],
  [
    'no_such_user',
    /(?:user|recipient|mail ?box|address|addressee|account|e-?mail|alias|person|member|customer|id|somebody)\S*[^.;\n]{0,60}\b(?:does|do|did|is|was|are|has|could|can)(?: ?n[o']t|not)\b(?: \w+){0,3} (?:exists?|found|valid|listed|registered|here|local|known|recogni[sz]ed|have|available|locate[ds]?|resolve[ds]?|match)/,
  ],
  [
    'no_such_user',
    /\b(?:no|not a|isn't a|is not a|not) (?:known |valid |local |registered |such )?(?:user|mail ?box|account|recipient|mailing list|subscriber|person)\b(?: here| by| with| with that| has| found| named| at|s?$|[ ,.])/,
  ],
  [
    'no_such_user',
    /(?:doesn't|does not|don't|do not) have an?(?:y)? \S* ?(?:account|mailbox|user)|no longer (?:exists?|valid|available|in use|active|accepts?|used|on (?:this )?server|receiv)|(?:nobody|no one|no-?body) (?:here )?(?:by|with|of) that name|recip(?:ient)?notfound|not our customer|wasn't found|couldn't be found|could not be found|(?:cannot|can't|could not|couldn't|unable to) (?:find|locate|resolve|verify|identify)[^.;\n]{0,30}(?:user|recipient|mail ?box|address|account|alias)/,
  ],
  [
    'no_such_user',
    /existiert nicht|(?:benutzer|empf[aä]nger|adresse|postfach)[^.\n]{0,40}(?:unbekannt|nicht gefunden|ung[uü]ltig)|(?:utilisateur|destinataire|adresse)[^.\n]{0,40}(?:inconnu|introuvable|n'existe)|(?:usuario|destinatario|direcci[oó]n)[^.\n]{0,40}(?:desconocid|no existe|no encontrad)|(?:utente|destinatario|indirizzo)[^.\n]{0,40}(?:sconosciut|inesistente)|onbekend|存在しません|見つかりません|宛先不明/,
  ],

  // Exchange Online answers so for whoever is not in its directory ("directory-based edge blocking").
  ['no_such_user', /5\.4\.1\b.{0,40}recipient address rejected: access denied/],

  [
    'system',
    /host lookup did not complete|error in redirect data|connection (?:was )?(?:refused|reset|dropped|lost|closed|died|failed|rejected)|lost connection|network (?:is )?unreachable|no route to host|(?:could not|couldn't|cannot|can't|unable to|failed to) (?:\w+ ){0,2}(?:connect|contact|reach|establish|open)|no answer from|not accept(?:ing)? (?:our )?(?:requests|connections?)|not respond|host (?:is )?(?:down|unreachable)|server (?:is )?(?:down|unreachable|busy|too busy)/,
  ],
  [
    'system',
    /insufficient (?:system )?(?:resource|storage|disk)|no space left|out of (?:memory|disk)|disk full|system (?:is )?(?:full|error|failure|problem|storage)|(?:internal|local|configuration|config|server|temporary|temporarily|transient|processing|resource|database|i\/o|input\/output|protocol|tls|lookup)[^.;\n]{0,30}(?:error|fail|problem|unavailable|exception|fault)|mailer error|command (?:died|failed|time)|can'?t (?:create|open|write|access|exec|stat)|permission denied|unavailable\b[^.\n]{0,20}\blater|(?:bad|missing|unterminated)[^.\n]{0,20}(?:forward|alias|config)/,
  ],
  [
    'expired',
    /time(?:d)?[ -]?out|\bexpired\b|retry time|(?:gave|giving) up(?! on\b)|give up|delivery attempts failed|delivery failed \d+ attempts|too long|(?:queue|retry|delivery) (?:life)?time|(?:not|n't|unable to|could not|cannot)[^.;\n]{0,60}(?:for|within|after|in|since)[^.;\n]{0,20}\b\d+(?:\.\d+)? ?(?:hours?|days?|minutes?|h\b|d\b)|undelivered (?:for|after)|(?:been|was|remained) (?:in|on|queued)[^.\n]{0,20}queue|too many (?:retries|attempts|delivery attempts)|(?:warning|delayed)[^.\n]{0,30}(?:message|mail|delivery)|delivery[^.\n]{0,30}delayed|will (?:be|continue|keep|try)[^.\n]{0,30}(?:retr|try)/,
  ],
  [
    'content',
    /\b(?:mime|header|headers|syntax|bare lf|8-?bit|smtputf8|attachment|line (?:too )?l\w+|charset|message format|rfc ?\d{3,4}|date:|message-id|character|content)\b[^.;\n]{0,50}(?:invalid|not (?:allowed|accept|comply|compliant|support|valid|contain)|missing|malformed|bad|reject|error|too long|illegal|duplicat|non-?compliant|block|prohib|requir)|(?:invalid|malformed|illegal|bare|non-?compliant|prohibited|banned|forbidden|multiple) (?:\w+ )?(?:mime|header|attachment|content|message format|lf\b|line feed|characters?|message)/,
  ],
]

export const plainReason = (text: string): BounceReason | null => firstFit(PLAIN, text)
