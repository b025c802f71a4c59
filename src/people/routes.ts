import { router } from '../platform/web.ts'
import { duplicateRoutes } from './duplicates/duplicateRoutes.tsx'
import { recoveryRoutes } from './factors/recoveryRoutes.tsx'
import { secondStepRoutes } from './factors/secondStepRoutes.tsx'
import { securityRoutes } from './factors/securityRoutes.tsx'
import { importRoutes } from './import/importRoutes.tsx'
import { introductionRoutes } from './introductions/introductionRoutes.tsx'
import { numbersRoutes } from './numbers/numbersRoutes.tsx'
import { joinRoutes } from './join/routes.tsx'
import { myRoutes } from './my/routes.tsx'
import { officerRoutes } from './officerRoutes.tsx'
import { registerRoutes } from './register/routes.ts'
import { rightsRoutes } from './rights/routes.ts'
import { partRoutes } from './parts/partRoutes.tsx'
import { signInRoutes } from './signInRoutes.tsx'
import { myVacancyRoutes } from './vacancies/myVacancyRoutes.tsx'
import { packRoutes } from './vacancies/packRoutes.tsx'
import { vacancyRoutes } from './vacancies/vacancyRoutes.tsx'

export const routes = router()
for (const part of [
  signInRoutes,
  secondStepRoutes,
  securityRoutes,
  officerRoutes,
  recoveryRoutes,
  numbersRoutes,
  rightsRoutes,
  registerRoutes,
  duplicateRoutes,
  importRoutes,
  joinRoutes,
  myRoutes,
  partRoutes,
  vacancyRoutes,
  packRoutes,
  myVacancyRoutes,
  introductionRoutes,
])
  routes.route('/', part)
