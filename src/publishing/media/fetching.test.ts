import { expect, onTestFinished, test } from 'vitest'
import { aMediaHost, type Answer, inHaste, PICTURE, reachTo } from './factories.ts'
import { fetchFile } from './fetching.ts'
import type { Reach } from '../../platform/reach.ts'

async function aHost(answer: Answer) {
  const host = await aMediaHost(answer)
  onTestFinished(() => host.close())
  const fetchAt = (address: string, reach: Reach = host.reach) =>
    fetchFile(address, { site: host.site, ...inHaste(reach) }).then(String)
  return { ...host, fetchAt }
}

const sends =
  (body: string): Answer =>
  (_, response) =>
    void response.end(body)

test('a file comes as it is, asked for plainly: without a cookie, unpacked, by one who says what they are', async () => {
  const said: Record<string, unknown>[] = []
  const { site, fetchAt } = await aHost(({ headers }, response) => {
    said.push(headers)
    response.end('a picture')
  })

  expect(await fetchAt(site + PICTURE)).toBe('a picture')
  expect(said).toMatchObject([{ host: new URL(site).host, 'accept-encoding': 'identity' }])
  expect(said[0]).not.toHaveProperty('cookie')
  expect(said[0]).not.toHaveProperty('authorization')
  expect(said[0]).not.toHaveProperty('referer')
})

test('the old website may lead on within itself, with or without www, a few times', async () => {
  const host = await aHost(({ url, headers }, response) => {
    if (url === PICTURE) response.writeHead(301, { location: `http://www.${headers.host}/one.jpg` }).end()
    else if (url === '/one.jpg') response.writeHead(302, { location: '/two.jpg' }).end()
    else response.end('here')
  })

  expect(await host.fetchAt(host.site + PICTURE)).toBe('here')
  expect(host.asked).toEqual([PICTURE, '/one.jpg', '/two.jpg'])
})

test('a relative address counts from the old website', async () => {
  const { fetchAt, asked } = await aHost(sends('here'))

  await fetchAt(PICTURE)

  expect(asked).toEqual([PICTURE])
})

test('the name is asked for once, and the connection goes to the address that was checked', async () => {
  let times = 0
  const { site, fetchAt } = await aHost(sends('here'))
  const { mayReach } = reachTo()
  const rebinding: Reach = {
    mayReach,
    resolve: async () => [{ address: times++ ? '127.0.0.2' : '127.0.0.1', family: 4 }],
  }

  expect(await fetchAt(site + PICTURE, rebinding)).toBe('here')
  expect(times).toBe(1)
})

test.each([
  'https://elsewhere.example/wp-content/uploads/x.jpg',
  'https://allotments.example.evil.example/wp-content/uploads/x.jpg',
  'https://evil.example/allotments.example/wp-content/uploads/x.jpg',
  'https://127.0.0.1/wp-content/uploads/x.jpg',
  'http://[::ffff:127.0.0.1]/x.jpg',
  'http://allotments.example:22/wp-content/uploads/x.jpg',
  'ftp://allotments.example/x.jpg',
  'file:///etc/passwd',
  'data:image/png;base64,AAAA',
])('%s is not on the old website, and nobody is asked', async (address) => {
  const { fetchAt, asked } = await aHost(sends('here'))

  await expect(fetchAt(address)).rejects.toThrow('It lies on another website.')
  expect(asked).toEqual([])
})

test.each([
  '/wp-content/uploads/..%2f..%2fwp-config.php',
  '/wp-content/uploads/%2e%2e%5cwp-config.php',
  '/wp-content/uploads/x%00.jpg',
  'http://officer:secret@allotments.example/x.jpg',
  `/wp-content/uploads/${'x'.repeat(5000)}.jpg`,
])('%s is no address of a file', async (address) => {
  const { fetchAt, asked } = await aHost(sends('here'))

  await expect(fetchAt(address)).rejects.toThrow('Its address is not one that a file can have.')
  expect(asked).toEqual([])
})

test('a website whose address is one of an inner network is refused though no name is resolved', async () => {
  const never: Reach = { ...reachTo(), resolve: () => Promise.reject(new Error('nobody should ask')) }

  for (const site of ['http://10.0.0.7', 'http://[::1]', 'http://0x7f000002', 'http://169.254.169.254'])
    await expect(fetchFile(site + PICTURE, { site, ...inHaste(never) })).rejects.toThrow('into a private network')
})

test('a name that is not known any more, and a door that is shut', async () => {
  const { site, fetchAt, close } = await aMediaHost(sends('')).then((host) => ({
    ...host,
    fetchAt: (reach: Reach) => fetchFile(host.site + PICTURE, { site: host.site, ...inHaste(reach) }),
  }))
  await close()

  await expect(fetchAt(reachTo(['127.0.0.1']))).rejects.toThrow('The old website does not answer.')
  await expect(fetchAt(reachTo([]))).rejects.toThrow('The name of the old website is not known any more.')
  expect(site).toContain('allotments.example')
})
