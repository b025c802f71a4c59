import { z } from 'zod'
import { setting } from '../../platform/settings.ts'

/** Whether the chair gets what readers answer by email, with their words. */
export const forwardRepliesSetting = setting<boolean>('mailing.forward_replies', z.boolean(), true)
