import type { DocJson } from './document/index.ts'
import type { Standing } from './documents.ts'

declare module '../platform/views.ts' {
  interface Views {
    'writing.text': {
      group_id: number
      document_id: string
      number: number
      title: string
      body: DocJson
      words: number
      made_at: Date
      made_by: string | null
      note: string | null
      latest: number
      standing: Standing | null
      lang: string
    }
  }
}
