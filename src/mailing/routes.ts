import { router } from '../platform/web.ts'
import { blockRoutes } from './compose/blockRoutes.tsx'
import { checkRoutes } from './compose/checks/checkRoutes.tsx'
import { lookRoutes } from './compose/lookRoutes.tsx'
import { writeRoutes } from './compose/writeRoutes.tsx'
import { replyRoutes } from './mailbox/replyRoutes.tsx'
import { audienceRoutes } from './office/audienceRoutes.tsx'
import { letterListRoutes } from './office/letterListRoutes.tsx'
import { resultsRoutes } from './office/resultsRoutes.tsx'
import { sendingRoutes } from './office/sendingRoutes.tsx'
import { answerRoutes } from './readers/answerRoutes.tsx'
import { answersRoutes } from './readers/answersRoutes.tsx'
import { letterPageRoutes } from './readers/letterPageRoutes.tsx'
import { preferenceRoutes } from './readers/preferenceRoutes.tsx'
import { unsubscribeRoutes } from './readers/unsubscribeRoutes.tsx'
import { askOnceRoutes } from './stillRight/officeRoutes.tsx'
import { stillRightRoutes } from './stillRight/readerRoutes.tsx'
import { uncertainRoutes } from './toOne/uncertainRoutes.tsx'

/** Letters in the office, and what readers of them open. */
export const routes = router()
for (const part of [
  blockRoutes,
  checkRoutes,
  lookRoutes,
  writeRoutes,
  replyRoutes,
  audienceRoutes,
  letterListRoutes,
  resultsRoutes,
  sendingRoutes,
  answerRoutes,
  answersRoutes,
  letterPageRoutes,
  preferenceRoutes,
  unsubscribeRoutes,
  askOnceRoutes,
  stillRightRoutes,
  uncertainRoutes,
]) {
  routes.route('/', part)
}
