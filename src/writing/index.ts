import type { Slice } from '../platform/slice.ts'
import { contributes } from './exports.ts'
import { routes } from './routes.ts'
import './views.ts'

/** Documents, versions, conversion, differences. Its public view is `writing.text`. */
export const writing: Slice = {
  name: 'writing',
  needs: ['people'],
  prefixes: ['/office/writing'],
  routes,
  exports: contributes,
}

export * from './document/index.ts'
export { analyseDocuments, type BatchText, createMany } from './documentBatch.ts'
export * as documents from './documents.ts'
export { type Standing, standings, type Text, type Version } from './documents.ts'
export { readSentText, sentTextFields, textFields, typedBody, withPicture, writeText } from './sentText.ts'
