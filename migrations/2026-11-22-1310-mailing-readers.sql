-- What readers of a letter do: they stop it, and say how often they would like to be written to.

-- Which letter it was whose link said no; null again when that was a mistake. It stays when the reader is forgotten.
alter table mailing.delivery add column unsubscribed_at timestamptz;
grant update (unsubscribed_at) on mailing.delivery to backbench_app;
create index delivery_unsubscribed on mailing.delivery (group_id, letter_id) where unsubscribed_at is not null;

-- How often somebody would like to be written to. Whether at all stands in the ledger of the register.
create table mailing.preference (
  group_id   int not null references platform.group,
  person_id  uuid not null,
  newsletter text not null default 'each' check (newsletter in ('each', 'monthly')),
  notices    text not null default 'at_once' check (notices in ('at_once', 'daily', 'weekly')),
  changed_at timestamptz not null,
  primary key (group_id, person_id),
  foreign key (group_id, person_id) references people.person
);
call platform.belongs_to_group('mailing.preference');
