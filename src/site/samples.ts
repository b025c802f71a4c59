import type { Sample } from '../platform/slice.ts'
import { COPY } from './my/myRoutes.tsx'

export const samples = async (): Promise<readonly Sample[]> => [
  { route: '/', address: '/', as: 'visitor' },
  { route: '/office', address: '/office', as: 'officer' },
  { route: '/office/settings', address: '/office/settings', as: 'officer' },
  { route: '/office/export', address: '/office/export', as: 'officer' },
  { route: '/office/search', address: '/office/search?q=river', as: 'officer' },
  { route: '/office/help', address: '/office/help', as: 'officer' },
  { route: '/backbench', address: '/backbench', as: 'visitor' },
  { route: '/my', address: '/my', as: 'officer' },
  { route: COPY, address: '/my/copy/everything.json', as: 'officer' },
]
