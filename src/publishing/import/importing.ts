// What another slice needs to bring in an export and to show what came of it.
export { mediaOf } from '../media/wanted.ts'
export { findingsOf } from './importRoutes.tsx'
export { latest } from './imports.ts'
export { ImportOutcome, isOpen } from './pages/ImportOutcome.tsx'
export { receiveExport } from './sentFiles.ts'
export { siteNameIn } from './siteName.ts'
export { startImport } from './uploadedImport.ts'
