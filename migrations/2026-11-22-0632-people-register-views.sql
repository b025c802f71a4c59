-- Finding people in the register, ways of looking at it that were kept, and the record of what was taken out of it.
-- Adding a stored column writes people.person anew under its lock: the register is days old and small.

-- Letters without capitals and accents, so that "sian" finds Siân. Most names are plain letters: those take the short way.
-- `register/words.ts` reads a search in the same way.
create function people.folded(written text) returns text language sql immutable parallel safe
  return case when octet_length(written) = length(written) then lower(written)
    else lower(regexp_replace(normalize(written, nfkd), U&'[\0300-\036F]+', '', 'g')) end;

-- What a search looks through: the name, the address and the postcode (with its blank and without), a line each, so that
-- an officer who may not see one of them is not answered from it.
alter table people.person
  add column found_by text not null generated always as (
    left(people.folded(replace(name, E'\n', ' ')), 200) || E'\n' || lower(coalesce(email, '')) || E'\n'
    || lower(coalesce(postcode || ' ' || replace(postcode, ' ', ''), ''))) stored,
  add column sort_key text collate "C" not null generated always as (left(people.folded(sort_name), 60)) stored;
drop index people.person_in_order;

-- Row security lets no trigram or text index answer `like`: its function is not leakproof, so it might look at other groups'
-- rows. One group's people are read instead, from this index alone, in which they lie together: filters, searches and the
-- counts of views cost a fifth of a microsecond a person, and bringing people in hardly anything, since it grows at its end.
create index person_register on people.person (group_id, id)
  include (found_by, sort_key, kind, status, region, council, constituency, joined_on, renews_on, restricted_at)
  where merged_into is null and sort_name <> '';

alter table people.note add column found_by text not null generated always as (people.folded(words)) stored;

-- A way of looking at the register that somebody kept: its filters as a query string, without words sought.
create table people.saved_view (
  group_id int not null references platform.group,
  id       uuid not null default uuidv7(),
  name     text not null check (length(name) between 1 and 60),
  query    text not null check (length(query) <= 2000),
  owner_id uuid not null,
  shared   boolean not null default false,
  made_at  timestamptz not null,
  primary key (group_id, id),
  foreign key (group_id, owner_id) references people.person
);
create unique index saved_view_name on people.saved_view (group_id, owner_id, lower(name));
call platform.belongs_to_group('people.saved_view');

-- A list taken out of the register: by whom, why, how many people were on it. The list itself is not kept.
create table people.taking_out (
  group_id    int not null references platform.group,
  id          uuid not null default uuidv7(),
  officer_id  uuid,                     -- null when the host did it at the terminal, or the officer was erased
  reason      text not null check (length(reason) between 1 and 500),
  people      int not null check (people >= 0),
  taken_at    timestamptz not null,
  approval_id uuid,
  primary key (group_id, id),
  foreign key (group_id, officer_id) references people.person,
  foreign key (group_id, approval_id) references people.approval
);
create index taking_out_officer on people.taking_out (group_id, officer_id);
create unique index taking_out_approval on people.taking_out (group_id, approval_id);
call platform.belongs_to_group('people.taking_out');
