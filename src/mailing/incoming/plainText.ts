/** Names of hosts say nothing about a mail ("antispam.example.com said"), but those of block lists do. */
const HOST =
  /(?<![\w.])(?:[a-z\d-]{1,63}\.){2,8}[a-z]{2,24}(?![\w])|(?<![\w.])[a-z\d-]{1,63}\.(?:com|net|org|edu|gov|uk|de|fr|jp|it|ru|nl|info|example|test)(?![\w.])/g
const TELLING = /spamhaus|spamcop|sorbs|barracuda|[dr]n?s?bl|^(?:resolver|storedrv|smtpsend|queue|routing)\./

/** One line, in lower case, somebody for every address, and without hosts and links: "spam@…" and "/blocked" are no reasons. */
export function plainText(text: string): string {
  return text
    .slice(0, 16_384)
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\bhttps?:\/\/\S{1,500}/g, ' ')
    .replace(/[\w.+=#-]{1,64}@[\w.-]{1,253}/g, ' somebody ')
    .replace(HOST, (host) => (TELLING.test(host) ? host : 'host'))
    .replace(/\s+/g, ' ')
    .replaceAll(/somebody\s?<\s?somebody\s?>|<\s?somebody\s?>/g, 'somebody')
}
