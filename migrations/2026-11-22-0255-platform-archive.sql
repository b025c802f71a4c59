-- What an archive takes along. Every table with a group_id travels, unless a comment on it says otherwise:
--   'archive: left out, because …'        its rows stay behind
--   'archive: with the secret, because …' its rows are of use only under the installation's own secret: they are restored
--                                          where that is the same, and left out elsewhere
comment on table platform.rate is 'archive: left out, because limits are counted anew without harm';

-- Who asked to be forgotten. Ids only; kept beside the archives too, so that an older archive never brings anybody back.
create table platform.erasure (
  group_id  int not null references platform.group,
  person_id uuid not null,
  erased_at timestamptz not null,  -- when they were erased first
  due       boolean not null default false, -- came back with an older archive: to be erased again
  primary key (group_id, person_id)
);
create index erasure_due on platform.erasure (group_id) where due;
call platform.belongs_to_group('platform.erasure');
