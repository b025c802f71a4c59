-- What comes back after a letter was sent. The mailbox is the installation's; what a mail says belongs to one group.

-- Shared: how far a mailbox has been read. Its name is a keyed hash; nobody's address stands here.
create table mailing.mailbox (
  name        text primary key,
  uidvalidity bigint not null,
  last_uid    bigint not null default 0,     -- everything up to it was looked at
  tried_uid   bigint,                        -- one that could not be read, and how often
  tries       int not null default 0,
  waiting     int not null default 0,        -- how many were left for the next turn
  read_at     timestamptz,                   -- when it was last read to the end of a turn
  trouble     text check (length(trouble) <= 500),  -- why not, in the server's words; null: all is well
  trouble_at  timestamptz
);
comment on table mailing.mailbox is 'archive: left out, because another installation reads its mailbox from the beginning';
grant select, insert, update, delete on mailing.mailbox to backbench_app;

-- Shared: one row for each mail that was looked at, so that none counts twice.
create table mailing.mailbox_mail (
  mailbox     text not null,
  uidvalidity bigint not null,
  uid         bigint not null,
  outcome     text not null check (outcome in ('taken', 'unmatched', 'unreadable')),
  seen_at     timestamptz not null,
  tidied_at   timestamptz,                   -- a taken one: marked as read, and moved where the server lets us
  primary key (mailbox, uidvalidity, uid)
);
create index mailbox_mail_untidy on mailing.mailbox_mail (mailbox, uidvalidity, uid) where outcome = 'taken' and tidied_at is null;
comment on table mailing.mailbox_mail is 'archive: left out, because it says how far one mailbox was read';
grant select, insert, update, delete on mailing.mailbox_mail to backbench_app;

-- What came back about one delivery. Never the mail's text.
create table mailing.incoming (
  group_id    int not null references platform.group,
  id          uuid not null default uuidv7(),
  letter_id   uuid not null,
  delivery_id uuid not null,
  person_id   uuid,                          -- null once the person was erased
  mail_hash   text not null,                 -- of its first megabyte: the same mail under another number counts once
  kind        text not null check (kind in ('hard', 'soft', 'delivered', 'auto_reply', 'complaint', 'reply')),
  status      text check (length(status) <= 20),
  reason      text check (length(reason) <= 40),
  came_at     timestamptz not null,
  ended_newsletter boolean not null default false,
  done_at     timestamptz,                   -- replies and complaints: an officer has seen to it
  done_by     uuid,
  primary key (group_id, id),
  unique (group_id, mail_hash),
  foreign key (group_id, letter_id) references mailing.letter,
  foreign key (group_id, delivery_id) references mailing.delivery,
  foreign key (group_id, person_id) references people.person,
  foreign key (group_id, done_by) references people.person
);
create index incoming_letter on mailing.incoming (group_id, letter_id, kind);
create index incoming_delivery on mailing.incoming (group_id, delivery_id);
create index incoming_person on mailing.incoming (group_id, person_id);
create index incoming_doer on mailing.incoming (group_id, done_by);
create index incoming_shown on mailing.incoming (group_id, came_at desc) where kind in ('reply', 'complaint');
call platform.belongs_to_group('mailing.incoming');

-- A person's own words, for ninety days.
create table mailing.reply (
  group_id int not null references platform.group,
  id       uuid not null,                    -- of what came back
  writer   text not null check (length(writer) between 3 and 320),
  subject  text not null check (length(subject) <= 300),
  words    text not null check (length(words) <= 20000),
  primary key (group_id, id),
  foreign key (group_id, id) references mailing.incoming on delete cascade
);
call platform.belongs_to_group('mailing.reply');
