import { expect, test } from 'vitest'
import { isUnread } from './robots.ts'

const browsers = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
  'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 10; CUBOT_X20) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Linux; Android 9; CUBOT NOTE Plus) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
  'Opera/9.80 (J2ME/MIDP; Opera Mini/8.0.35158/191.283; U; en) Presto/2.12.423 Version/12.16',
]
const robots = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/116.0.0.0 Safari/537.36',
  'Mozilla/5.0 (compatible; YandexBot/3.0)',
  'Mozilla/5.0 (compatible; Baiduspider/2.0)',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)',
  'Mozilla/5.0 (compatible; archive.org_bot +http://archive.org/details/archive.org_bot)',
  'Mozilla/5.0 (compatible; AhrefsSiteAudit; robot@example.org)',
  'curl/8.5.0',
  'Wget/1.21',
  'python-requests/2.32',
  'Go-http-client/2.0',
  'WhatsApp/2.23.20.0',
  '',
]

test.each(browsers)('somebody reads with %s', (agent) => {
  expect(isUnread({ 'user-agent': agent })).toBe(false)
})

test.each(robots)('nobody reads with %s', (agent) => {
  expect(isUnread({ 'user-agent': agent })).toBe(true)
})

test('nobody reads yet what a browser fetches ahead, for a script, or into another page', () => {
  const agent = { 'user-agent': browsers[0]! }

  expect(isUnread({ ...agent, 'sec-purpose': 'prefetch;prerender' })).toBe(true)
  expect(isUnread({ ...agent, purpose: 'prefetch' })).toBe(true)
  expect(isUnread({ ...agent, 'x-moz': 'prefetch' })).toBe(true)
  expect(isUnread({ ...agent, 'sec-fetch-dest': 'iframe' })).toBe(true)
  expect(isUnread({ ...agent, 'sec-fetch-dest': 'empty' })).toBe(true)
  expect(isUnread({ ...agent, from: 'crawler@example.org' })).toBe(true)
  expect(isUnread({ ...agent, 'sec-fetch-dest': 'document' })).toBe(false)
})
