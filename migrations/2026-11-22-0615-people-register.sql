-- The register: what the group holds about a person, on what basis, and who has looked at it.
-- Small tables (officers and readers only so far): the locks of these alterations are brief.

-- Facts. Places are codes of the Office for National Statistics, found from the postcode; their names are reference data.
alter table people.person drop constraint person_kind_check;
alter table people.person
  add constraint person_kind_check check (kind in
    ('member', 'supporter', 'parliamentarian', 'staff', 'councillor', 'appointee', 'partner', 'press', 'patron', 'contact')),
  add column sort_name     text not null default '' check (length(sort_name) <= 310),
  add column status        text not null default 'current' check (status in ('current', 'lapsed', 'left')),
  add column email_state   text not null default 'unconfirmed' check (email_state in ('unconfirmed', 'confirmed', 'failing')),
  add column phone         text check (length(phone) between 1 and 40),
  add column address       text check (length(address) between 1 and 500),
  add column postcode      text check (postcode ~ '^[A-Z0-9]{2,4} [0-9][A-Z]{2}$'),
  add column constituency  text check (constituency ~ '^[A-Z][0-9]{8}$'),
  add column council       text check (council ~ '^[A-Z][0-9]{8}$'),
  add column region        text check (region ~ '^[A-Z][0-9]{8}$'),
  add column occupation    text check (occupation in
    ('student', 'practitioner', 'educator', 'manager', 'retired', 'expert_by_experience', 'other')),
  add column joined_on     date,
  add column renews_on     date,
  add column restricted_at timestamptz,   -- held and not used, because the person asked (UK GDPR, article 18)
  add column merged_into   uuid,          -- the same person under another id: everything else here has moved there
  add column changed_at    timestamptz,
  add foreign key (group_id, merged_into) references people.person,
  add check (merged_into is null or (merged_into <> id and email is null));
update people.person set sort_name = name;

create index person_in_order on people.person (group_id, sort_name, id) where merged_into is null;
create index person_merged on people.person (group_id, merged_into) where merged_into is not null;
create index person_postcode on people.person (group_id, postcode) where postcode is not null;

-- Further addresses by which a person is known: those of a merged record go on working.
create table people.other_email (
  group_id  int not null references platform.group,
  id        uuid not null default uuidv7(),
  person_id uuid not null,
  email     text not null check (length(email) between 3 and 254 and position('@' in email) > 1),
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person
);
create unique index other_email_address on people.other_email (group_id, lower(email));
create index other_email_person on people.other_email (group_id, person_id);
call platform.belongs_to_group('people.other_email');

-- What somebody was to the group, from when to when: the numbers of any past day are counted from these.
create table people.membership (
  group_id      int not null references platform.group,
  id            uuid not null default uuidv7(),
  person_id     uuid not null,
  kind          text not null check (kind in
    ('member', 'supporter', 'parliamentarian', 'staff', 'councillor', 'appointee', 'partner', 'press', 'patron', 'contact')),
  from_on       date not null,
  to_on         date,                    -- the first day on which it no longer held
  ended_because text check (ended_because in ('left', 'lapsed', 'changed', 'merged', 'erased', 'died')),
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person,
  check (to_on is null or to_on >= from_on),
  check ((to_on is null) = (ended_because is null))
);
create unique index membership_open on people.membership (group_id, person_id) where to_on is null;
create index membership_person on people.membership (group_id, person_id);
call platform.belongs_to_group('people.membership');
insert into people.membership (group_id, person_id, kind, from_on)
  select p.group_id, p.id, p.kind, (p.created_at at time zone g.zone)::date from people.person p join platform.group g on g.id = p.group_id;

-- Words people said yes to, each kept once, exactly as it was shown. Never changed.
create table people.wording (
  group_id int not null references platform.group,
  id       uuid not null default uuidv7(),
  purpose  text not null,
  words    text not null check (length(words) between 1 and 2000),
  made_at  timestamptz not null,
  primary key (group_id, id)
);
create unique index wording_once on people.wording (group_id, purpose, md5(words));
call platform.belongs_to_group('people.wording');
revoke update on people.wording from backbench_app;

-- The basis ledger: by what right each person is held, written to or named, for each purpose; what ended stays as proof.
create table people.basis (
  group_id      int not null references platform.group,
  id            uuid not null default uuidv7(),
  person_id     uuid not null,
  purpose       text not null check (purpose in
    ('register', 'notices', 'newsletter', 'campaigns', 'introductions', 'officer_page', 'public_list', 'still_right')),
  basis         text not null check (basis in
    ('consent', 'explicit_consent', 'membership', 'regular_contact', 'public_office', 'legal_duty')),
  wording_id    uuid,
  channel       text not null check (channel in ('join', 'my_page', 'officer', 'import', 'email', 'paper', 'telephone', 'meeting')),
  evidence      text not null default '' check (length(evidence) <= 500),
  from_at       timestamptz not null,
  until_at      timestamptz,
  ended_because text check (ended_because in ('withdrawn', 'objected', 'left', 'used', 'merged', 'replaced')),
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person,
  foreign key (group_id, wording_id) references people.wording,
  -- A yes without the words it was said to, or another proof, is no yes.
  check (basis not in ('consent', 'explicit_consent') or wording_id is not null or evidence <> ''),
  check ((until_at is null) = (ended_because is null))
);
create unique index basis_standing on people.basis (group_id, person_id, purpose) where until_at is null;
create index basis_person on people.basis (group_id, person_id);
create index basis_wording on people.basis (group_id, wording_id);
call platform.belongs_to_group('people.basis');
-- Only a yes to be named on the website changes what the public sees; a newsletter's readers leave kept pages alone.
create trigger public_yes after insert or update on people.basis
  for each row when (new.purpose in ('officer_page', 'public_list')) execute function platform.public_changed();
create trigger public_yes_gone after delete on people.basis
  for each row when (old.purpose in ('officer_page', 'public_list')) execute function platform.public_changed();
create trigger public_name after update on people.person
  for each row when ((old.name, old.kind, old.status, old.restricted_at, old.merged_into)
    is distinct from (new.name, new.kind, new.status, new.restricted_at, new.merged_into)) execute function platform.public_changed();

-- A no that stands until the person themselves takes it back (UK GDPR, article 21).
create table people.objection (
  group_id    int not null references platform.group,
  person_id   uuid not null,
  purpose     text not null check (purpose in ('notices', 'newsletter', 'campaigns', 'introductions', 'public_list', 'still_right')),
  objected_at timestamptz not null,
  channel     text not null check (channel in ('join', 'my_page', 'officer', 'import', 'email', 'paper', 'telephone', 'meeting')),
  primary key (group_id, person_id, purpose),
  foreign key (group_id, person_id) references people.person
);
call platform.belongs_to_group('people.objection');

-- Consents to be named on the website were kept by themselves: now they stand in the ledger with the others.
insert into people.wording (group_id, purpose, words, made_at)
  select group_id, purpose, wording, min(given_at) from people.consent group by group_id, purpose, wording;
insert into people.basis (group_id, id, person_id, purpose, basis, wording_id, channel, from_at, until_at, ended_because)
  select c.group_id, c.id, c.person_id, c.purpose, 'explicit_consent', w.id, 'my_page', c.given_at, c.withdrawn_at,
    case when c.withdrawn_at is not null then 'withdrawn' end
  from people.consent c join people.wording w on w.group_id = c.group_id and w.purpose = c.purpose and w.words = c.wording;
create or replace view people.public_officer with (security_invoker = true) as
  select h.group_id, h.person_id, p.name, h.role, h.from_on, h.to_on, coalesce(o.biography, '') as biography, o.photo_sha256
  from people.role_held h
  join people.person p on p.group_id = h.group_id and p.id = h.person_id
  join people.basis b on b.group_id = h.group_id and b.person_id = h.person_id and b.purpose = 'officer_page' and b.until_at is null
  left join people.officer_page o on o.group_id = h.group_id and o.person_id = h.person_id;
drop table people.consent;

-- Whoever is on the register is there by some right: people of before hold or held an office, or wrote to the group.
insert into people.basis (group_id, person_id, purpose, basis, channel, evidence, from_at)
  select group_id, id, 'register', 'regular_contact', 'officer', 'Held before the register began', created_at from people.person where name <> 'Erased';

-- Whose addresses must never be written to again, also after they were erased: hashes under the installation's secret.
create table people.suppression (
  group_id      int not null references platform.group,
  email_hash    text not null check (length(email_hash) between 20 and 100),
  suppressed_at timestamptz not null,
  primary key (group_id, email_hash)
);
call platform.belongs_to_group('people.suppression');
comment on table people.suppression is 'archive: with the secret, because its hashes are made with it';

-- What the group asks people about themselves; each group has its own two lists.
create table people.topic (
  group_id int not null references platform.group,
  id       uuid not null default uuidv7(),
  list     text not null check (list in ('interest', 'offer')),
  name     text not null check (length(name) between 1 and 100),
  position int not null default 0,
  primary key (group_id, id)
);
create unique index topic_name on people.topic (group_id, list, lower(name));
call platform.belongs_to_group('people.topic');

create table people.person_topic (
  group_id  int not null references platform.group,
  person_id uuid not null,
  topic_id  uuid not null,
  primary key (group_id, person_id, topic_id),
  foreign key (group_id, person_id) references people.person,
  foreign key (group_id, topic_id) references people.topic
);
create index person_topic_topic on people.person_topic (group_id, topic_id);
call platform.belongs_to_group('people.person_topic');

-- A person's other hats.
create table people.hat (
  group_id  int not null references platform.group,
  id        uuid not null default uuidv7(),
  person_id uuid not null,
  kind      text not null check (kind in ('employer', 'union', 'professional_body', 'party', 'other')),
  name      text not null check (length(name) between 1 and 200),
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person
);
create index hat_person on people.hat (group_id, person_id);
call platform.belongs_to_group('people.hat');

-- Local groups and policy groups: parts of the group, with their people and coordinators.
create table people.part (
  group_id  int not null references platform.group,
  id        uuid not null default uuidv7(),
  kind      text not null check (kind in ('local', 'policy')),
  name      text not null check (length(name) between 1 and 120),
  about     text not null default '' check (length(about) <= 1000),
  closed_on date,
  primary key (group_id, id)
);
create unique index part_name on people.part (group_id, lower(name));
call platform.belongs_to_group('people.part');

create table people.part_member (
  group_id    int not null references platform.group,
  id          uuid not null default uuidv7(),
  part_id     uuid not null,
  person_id   uuid not null,
  coordinates boolean not null default false,
  from_on     date not null,
  to_on       date,
  primary key (group_id, id),
  foreign key (group_id, part_id) references people.part,
  foreign key (group_id, person_id) references people.person,
  check (to_on is null or to_on >= from_on)
);
create unique index part_member_open on people.part_member (group_id, part_id, person_id) where to_on is null;
create index part_member_person on people.part_member (group_id, person_id);
call platform.belongs_to_group('people.part_member');

-- Officers' notes about a person. The person may read them: they are part of what is held.
create table people.note (
  group_id   int not null references platform.group,
  id         uuid not null default uuidv7(),
  person_id  uuid not null,
  words      text not null check (length(words) between 1 and 5000),
  written_by uuid,
  written_at timestamptz not null,
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person,
  foreign key (group_id, written_by) references people.person
);
create index note_person on people.note (group_id, person_id);
create index note_writer on people.note (group_id, written_by);
call platform.belongs_to_group('people.note');

create table people.relationship (
  group_id int not null references platform.group,
  id       uuid not null default uuidv7(),
  from_id  uuid not null,
  to_id    uuid not null check (to_id <> from_id),
  kind     text not null check (kind in ('works_for', 'married_to', 'related_to', 'introduced_by', 'knows')),
  primary key (group_id, id),
  foreign key (group_id, from_id) references people.person,
  foreign key (group_id, to_id) references people.person
);
create unique index relationship_once on people.relationship (group_id, from_id, to_id, kind);
create index relationship_to on people.relationship (group_id, to_id);
call platform.belongs_to_group('people.relationship');

-- Partner bodies, and who sits at each desk there.
create table people.body (
  group_id int not null references platform.group,
  id       uuid not null default uuidv7(),
  name     text not null check (length(name) between 1 and 200),
  website  text check (length(website) <= 500),
  about    text not null default '' check (length(about) <= 2000),
  primary key (group_id, id)
);
create unique index body_name on people.body (group_id, lower(name));
call platform.belongs_to_group('people.body');

create table people.desk (
  group_id  int not null references platform.group,
  id        uuid not null default uuidv7(),
  body_id   uuid not null,
  person_id uuid not null,
  title     text not null check (length(title) between 1 and 200),
  from_on   date not null,
  to_on     date,
  primary key (group_id, id),
  foreign key (group_id, body_id) references people.body,
  foreign key (group_id, person_id) references people.person,
  check (to_on is null or to_on >= from_on)
);
create index desk_body on people.desk (group_id, body_id);
create index desk_person on people.desk (group_id, person_id);
call platform.belongs_to_group('people.desk');

-- Which officer opened whose record on which day: the person may see it.
create table people.reading (
  group_id   int not null references platform.group,
  person_id  uuid not null,
  officer_id uuid not null,
  day        date not null,
  how        text not null check (how in ('page', 'export')),
  primary key (group_id, person_id, officer_id, day, how),
  foreign key (group_id, person_id) references people.person,
  foreign key (group_id, officer_id) references people.person
);
create index reading_officer on people.reading (group_id, officer_id);
call platform.belongs_to_group('people.reading');

-- What needs a second officer's word: taking out the whole register, and erasing somebody.
create table people.approval (
  group_id    int not null references platform.group,
  id          uuid not null default uuidv7(),
  what        text not null check (what in ('export', 'erasure')),
  person_id   uuid,                   -- of an erasure
  reason      text not null check (length(reason) between 1 and 500),
  asked_by    uuid not null,
  asked_at    timestamptz not null,
  state       text not null default 'asked' check (state in ('asked', 'given', 'refused', 'withdrawn', 'used')),
  answered_by uuid check (answered_by <> asked_by),
  answered_at timestamptz,
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person,
  foreign key (group_id, asked_by) references people.person,
  foreign key (group_id, answered_by) references people.person
);
create index approval_person on people.approval (group_id, person_id);
create index approval_asker on people.approval (group_id, asked_by);
create index approval_answerer on people.approval (group_id, answered_by);
create unique index approval_open on people.approval (group_id, person_id) where state in ('asked', 'given') and what = 'erasure';
call platform.belongs_to_group('people.approval');

-- Public face of the slice. A merged record goes by the name of the one it became.
create or replace view people.named with (security_invoker = true) as
  select p.group_id, p.id, coalesce(m.name, p.name) as name
  from people.person p left join people.person m on m.group_id = p.group_id and m.id = p.merged_into;

-- The only way by which another slice may reach anyone: those with a right to be written to for a purpose, who have not
-- said no, are not restricted, and whose address works. Somebody who left is nobody's reader.
create view people.reachable with (security_invoker = true) as
  select p.group_id, p.id as person_id, b.purpose, b.basis, p.name, p.email, p.kind
  from people.person p
  join people.basis b on b.group_id = p.group_id and b.person_id = p.id and b.until_at is null
  where p.email is not null and p.email_state <> 'failing' and p.merged_into is null and p.restricted_at is null
    and p.status <> 'left' and b.purpose in ('notices', 'newsletter', 'campaigns', 'introductions', 'still_right')
    and not exists (select from people.objection o
      where o.group_id = p.group_id and o.person_id = p.id and o.purpose = b.purpose);
grant select on people.reachable to backbench_app;

-- Whom the website may name on a list of members or patrons: never a supporter, whatever was ticked.
create view people.publicly_named with (security_invoker = true) as
  select p.group_id, p.id as person_id, p.name, p.kind
  from people.person p
  join people.basis b on b.group_id = p.group_id and b.person_id = p.id and b.purpose = 'public_list' and b.until_at is null
  where p.kind in ('member', 'patron', 'parliamentarian', 'councillor') and p.status = 'current'
    and p.merged_into is null and p.restricted_at is null
    and not exists (select from people.objection o
      where o.group_id = p.group_id and o.person_id = p.id and o.purpose = 'public_list');
grant select on people.publicly_named to backbench_app;
