-- Whom an entry is about, for the history on a person's record. Row security lets no index look into the payload (its
-- operators are not leakproof), so the id stands in a column of its own. Writes the journal anew under its lock, once.
alter table platform.journal add column about text generated always as (payload ->> 'person') stored;
create index journal_about on platform.journal (group_id, about, happened_at desc) where about is not null;
