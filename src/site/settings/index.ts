import { aboutSection } from './aboutSection.tsx'
import { commentsSection } from './commentsSection.tsx'
import { elsewhereSection } from './elsewhereSection.tsx'
import { factsSection } from './factsSection.tsx'
import { footerSection } from './footerSection.tsx'
import { frontPageSection } from './frontPageSection.tsx'
import { heroSection } from './heroSection.tsx'
import { joiningSection } from './joiningSection.tsx'
import { lookSection } from './lookSection.tsx'
import { noticeSection } from './noticeSection.tsx'
import { paceSection } from './paceSection.tsx'
import { quoteSection } from './quoteSection.tsx'
import { readsSection } from './readsSection.tsx'
import { repliesSection } from './repliesSection.tsx'
import type { Section } from './section.ts'

/** The settings page from top to bottom. */
export const sections: readonly Section[] = [
  lookSection,
  heroSection,
  factsSection,
  quoteSection,
  joiningSection,
  noticeSection,
  aboutSection,
  footerSection,
  frontPageSection,
  commentsSection,
  elsewhereSection,
  repliesSection,
  readsSection,
  paceSection,
]
