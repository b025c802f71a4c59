// Ways in where no group is known yet, or where it is one for a day.
export { BackbenchPage } from './pages/BackbenchPage.tsx'
export { setUpRoutes } from './setUpRoutes.tsx'
export { readOnlyTrial, trialReminder } from './trial/readOnly.ts'
export { trialHere } from './trial/trialCookie.ts'
export { trialRoutes } from './trial/trialRoutes.tsx'
