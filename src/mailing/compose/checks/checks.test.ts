import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import type { Reach } from '../../../platform/reach.ts'
import { aFrame, allBlocks } from '../../blocks/factories.ts'
import { letterHtml } from '../../blocks/email/Letter.tsx'
import { dkimCheck, dmarcCheck, domainChecks, spfCheck } from './domain.ts'
import { linksOf, lostLinks } from './links.ts'
import { wordChecks } from './words.ts'

const letter = { frame: aFrame(), blocks: allBlocks }
const states = (checks: readonly { subject: string; state: string }[]) =>
  Object.fromEntries(checks.map(({ subject, state }) => [subject, state]))

test('a good letter is told it is good', () => {
  expect(states(wordChecks(letter, { html: letterHtml(letter), plain: 'x' }))).toEqual({
    'Subject and preview line': 'ok',
    Size: 'ok',
    Imprint: 'ok',
    Pictures: 'ok',
    Parts: 'ok',
  })
})

test('what readers would miss is said: no imprint, a picture without words, a letter too long to be shown whole', () => {
  const doc = { type: 'doc', content: [{ type: 'figure', attrs: { src: '/files/x.jpg', alt: '' } }] }
  const poor = {
    frame: aFrame({ promoter: '', preview: '', subject: 'x'.repeat(90) }),
    blocks: [
      { id: allBlocks[0]!.id, kind: 'text', doc } as const,
      { id: allBlocks[1]!.id, kind: 'story', post: '', href: '', label: '', title: 'Lost', summary: '' } as const,
    ],
  }

  expect(states(wordChecks(poor, { html: 'x'.repeat(100_001), plain: 'x' }))).toEqual({
    'Subject and preview line': 'attention',
    Size: 'missing',
    Imprint: 'missing',
    Pictures: 'missing',
    Parts: 'attention',
  })
  expect(states(wordChecks({ ...poor, blocks: [] }, { html: '', plain: '' }))).toMatchObject({ Parts: 'missing' })
})

test.each([
  [[], 'missing'],
  [['v=spf1 include:mail.example -all'], 'ok'],
  [['v=spf1 -all', 'v=spf1 a -all'], 'missing'],
  [['v=spf1 +all'], 'attention'],
  [['v=spf1 all'], 'attention'],
  [['v=spf10 -all', 'google-site-verification=x'], 'missing'],
])('who may send, when the domain says %j: %s', (found, state) => {
  expect(spfCheck('fair.example', found)).toMatchObject({ state })
})

test.each([
  [null, [], 'attention'],
  [{ selector: 's', publicKey: 'AAA' }, [], 'missing'],
  [{ selector: 's', publicKey: 'AAA' }, ['v=DKIM1; k=rsa; p=BBB'], 'missing'],
  [{ selector: 's', publicKey: 'AAA' }, ['v=DKIM1; k=rsa; p=AA A'], 'ok'],
])('the signature, with the key %j and the entries %j: %s', (key, found, state) => {
  expect(dkimCheck('fair.example', key, found)).toMatchObject({ state })
})

test('forgeries: the policy of the domain, or of the one it belongs to', async () => {
  const asked: string[] = []
  const names = {
    txt: async (name: string) => {
      asked.push(name)
      return name === '_dmarc.fair.example' ? ['v=DMARC1; p=quarantine'] : Promise.reject(new Error('none'))
    },
  }

  const checks = await domainChecks('mail.fair.example', null, names)

  expect(checks.at(-1)).toMatchObject({ state: 'ok' })
  expect(asked).not.toContain('_dmarc.example')
  expect(dmarcCheck('fair.example', [])).toMatchObject({ state: 'attention' })
})

test('links that lead nowhere are found, and no private network is asked', async () => {
  const site = createServer((request, response) => response.writeHead(request.url === '/gone' ? 404 : 200).end('x'))
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  const { port } = site.address() as AddressInfo
  const reach: Reach = {
    resolve: async (name) =>
      name === 'unknown.example'
        ? Promise.reject(new Error('none'))
        : [{ address: name.startsWith('inner') ? '10.0.0.1' : '127.0.0.1', family: 4 }],
    mayReach: (address) => address === '127.0.0.1',
  }
  const hrefs = [
    '/here',
    '/missing',
    `http://there.example:${port}/`,
    `http://there.example:${port}/gone`,
    'http://unknown.example/',
    'http://inner.example/',
    'http://there.example:1/',
  ]

  const lost = await lostLinks(hrefs, { home: 'https://fair.example', isHere: async (path) => path === '/here', reach })
  site.close()

  expect(lost.map(({ href }) => href)).toEqual(['/missing', ...hrefs.slice(3)])
  expect(linksOf(allBlocks)).toEqual([
    '/2026/11/rain',
    'https://other.example/x?a=1&b=2',
    '/2026/11/water',
    '/winter',
    'https://other.example/count',
    '/paper',
  ])
})
