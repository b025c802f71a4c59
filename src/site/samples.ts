import type { Sample } from '../platform/slice.ts'

export const samples = async (): Promise<readonly Sample[]> => [{ route: '/office', address: '/office', as: 'officer' }]
