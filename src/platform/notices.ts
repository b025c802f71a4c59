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
    const fresh = new pg.Client({ ...connection, keepAlive: true })
    client = fresh
    fresh.on('error', () => again(fresh))
    fresh.on('notification', ({ channel, payload }) => {
      if (channel === 'groups_changed') return void groups.load().catch(() => again(fresh))
      const [groupId, version] = (payload ?? '').split(':').map(Number)
      if (groupId && version) groups.contentChanged(groupId, version)
    })
    try {
      await fresh.connect()
      await fresh.query('listen content_changed; listen groups_changed')
      await groups.load()
    } catch {
      again(fresh)
    }
  }
  /** Only the connection in use may ask for another; what an older one still says is not listened to. */
  const again = (lost: pg.Client): void => {
    if (lost !== client) return
    client = undefined
    void lost.end().catch(() => {})
    if (!closed) retry = setTimeout(() => void connect(), 1000).unref()
  }
  void connect()
  return {
    close: async () => {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }
}
