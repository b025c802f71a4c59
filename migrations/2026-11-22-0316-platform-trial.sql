-- A trial: a group that somebody made from an export of their own, to look at it for a day. It answers to no name, only to
-- whoever holds its key, and is then removed with all it has.
alter table platform.group
  add column trial_until timestamptz,
  add column trial_key text unique,   -- a keyed hash of the secret in the visitor's cookie
  add column trial_network text,      -- a keyed hash, so that one network cannot take every place
  add check ((trial_until is null) = (trial_key is null));
