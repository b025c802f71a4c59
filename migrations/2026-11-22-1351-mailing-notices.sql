-- Notices to one person.

-- For somebody who wants notices once a day or a week. All of a person's go together in one letter, and are deleted here in the
-- transaction that writes it: none is lost, and none goes twice.
create table mailing.waiting_notice (
  group_id   int not null references platform.group,
  id         uuid not null,                 -- the letter's
  person_id  uuid not null,
  subject    text not null,
  body       text not null,
  reply_to   text,
  topic      text,
  written_at timestamptz not null,
  due_at     timestamptz not null,
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person
);
create index waiting_notice_person on mailing.waiting_notice (group_id, person_id);
create index waiting_notice_due on mailing.waiting_notice (group_id, due_at);
call platform.belongs_to_group('mailing.waiting_notice');
comment on table mailing.waiting_notice is 'archive: left out, because what waited then may have gone out since';

-- Whose letter a bounce is about, for letters to one person on the register. The address stands here only as a keyed hash, to tell
-- whether it is still theirs.
create table mailing.handed_letter (
  group_id     int not null references platform.group,
  id           uuid not null,               -- the letter's
  person_id    uuid not null,
  address_hash text not null,
  handed_at    timestamptz not null,
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person
);
create index handed_letter_person on mailing.handed_letter (group_id, person_id);
create index handed_letter_at on mailing.handed_letter (group_id, handed_at);
call platform.belongs_to_group('mailing.handed_letter');
comment on table mailing.handed_letter is 'archive: left out, because it is kept for two weeks only';

-- "Once a day" was a setting of the group for notices of comments. Now each officer chooses: those who look after comments today
-- keep what they had, unless they have chosen for themselves.
insert into mailing.preference (group_id, person_id, notices, changed_at)
  select distinct s.group_id, h.person_id, 'daily', now()
  from platform.setting s
  join people.role_held h on h.group_id = s.group_id and h.role in ('editor', 'chair', 'vice_chair', 'secretary')
    and h.from_on <= current_date and (h.to_on is null or h.to_on > current_date)
  where s.name = 'publishing.comments' and s.value ->> 'notice' = 'daily'
  on conflict (group_id, person_id) do nothing;
