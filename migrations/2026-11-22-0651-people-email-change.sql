-- A person's wish for another email address, until the new mailbox answers. A new table only.
create table people.email_change (
  group_id   int not null references platform.group,
  person_id  uuid not null,
  email      text not null check (length(email) between 3 and 254 and position('@' in email) > 1),
  token_hash text not null check (length(token_hash) between 20 and 100), -- of the token in the letter's link
  asked_at   timestamptz not null,
  primary key (group_id, person_id),
  foreign key (group_id, person_id) references people.person
);
create unique index email_change_token on people.email_change (group_id, token_hash);
call platform.belongs_to_group('people.email_change');
