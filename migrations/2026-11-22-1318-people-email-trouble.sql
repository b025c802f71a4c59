-- Why letters to an address come back, and addresses that somebody's mail program proposed. New columns without values.
alter table people.person
  add column email_trouble    text check (email_trouble in ('no_such_user', 'no_such_host', 'moved', 'mailbox_full', 'suspended')),
  add column email_trouble_at timestamptz,
  add check ((email_trouble is null) = (email_trouble_at is null));

-- "My new address is …", said by a person's own address. It waits for an officer, and then for the new mailbox.
create table people.address_proposal (
  group_id  int not null references platform.group,
  person_id uuid not null,
  email     text not null check (length(email) between 3 and 254 and position('@' in email) > 1),
  made_at   timestamptz not null,
  primary key (group_id, person_id),
  foreign key (group_id, person_id) references people.person
);
call platform.belongs_to_group('people.address_proposal');
