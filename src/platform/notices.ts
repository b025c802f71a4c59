import pg from 'pg'
import type { Groups } from './groups.ts'

/**
 * Listens for what other processes change: new groups and raised content versions. Reconnects by itself; after a gap all
 * groups are read again, so nothing missed stays missed.
 */
export function listenForNotices(connection: pg.ClientConfig, groups: Groups): { close(): Promise<void> } {
  let closed = false
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    client = new pg.Client(connection)
    client.on('error', again)
    client.on('notification', ({ channel, payload }) => {
      if (channel === 'groups_changed') return void groups.load().catch(again)
      const [groupId, version] = (payload ?? '').split(':').map(Number)
      if (groupId && version) groups.contentChanged(groupId, version)
    })
    await client.connect()
    await client.query('listen content_changed; listen groups_changed')
    await groups.load()
  }
  const again = (): void => {
    void client?.end().catch(() => {})
    client = undefined
    clearTimeout(retry)
    if (!closed) retry = setTimeout(() => void connect().catch(again), 1000).unref()
  }
  void connect().catch(again)
  return {
    close: async () => {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }
}
