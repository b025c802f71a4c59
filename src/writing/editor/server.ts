/// <reference lib="dom" />
import type { DocJson } from '../document/json.ts'

/** Asks the server for the same text in another form (`writing/routes.ts`). */
async function ask<T>(noun: string, given: string): Promise<T> {
  const response = await fetch(`/office/writing/${noun}`, { method: 'POST', body: new URLSearchParams({ given }) })
  if (!response.ok || response.redirected) throw new Error(response.statusText)
  return (await response.json()) as T
}

export const asPlainText = async (doc: DocJson): Promise<string> =>
  (await ask<{ text: string }>('plain-text', JSON.stringify(doc))).text

export const asDocument = async (text: string): Promise<DocJson> =>
  (await ask<{ document: DocJson }>('document', text)).document

export const asPasted = (html: string): Promise<{ document: DocJson; foreignPictures: number }> =>
  ask('pasted-document', html)
