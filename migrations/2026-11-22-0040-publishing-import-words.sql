-- When an import last said how far it is (one that is silent for long was interrupted), and when an officer read its report.
alter table publishing.import add column told_at timestamptz;
alter table publishing.import add column seen_at timestamptz;
