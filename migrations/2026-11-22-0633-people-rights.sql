-- What people may ask of whoever holds their data, each with its clock (UK GDPR, articles 15 to 21; Data Protection Act 2018, section 164A).
create table people.data_request (
  group_id        int not null references platform.group,
  id              uuid not null default uuidv7(),
  person_id       uuid not null,
  kind            text not null check (kind in ('access', 'erasure', 'restriction', 'objection', 'correction', 'complaint')),
  channel         text not null check (channel in ('my_page', 'email', 'paper', 'telephone', 'meeting')),
  words           text not null default '' check (length(words) <= 5000),
  purposes        text[] not null default '{}',      -- of an objection
  received_on     date not null,
  entered_by      uuid,                              -- the officer to whom it came; nobody when the person made it themselves
  acknowledged_at timestamptz,
  stopped_on      date,                              -- the clock stands still since: they were asked something
  stopped_days    int not null default 0 check (stopped_days >= 0),
  question        text not null default '' check (length(question) <= 2000),
  extended_at     timestamptz,
  extended_why    text not null default '' check (length(extended_why) <= 1000),
  state           text not null default 'open' check (state in ('open', 'done', 'refused', 'withdrawn')),
  answer          text not null default '' check (length(answer) <= 5000),
  answered_by     uuid,
  ended_at        timestamptz,
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person,
  foreign key (group_id, entered_by) references people.person,
  foreign key (group_id, answered_by) references people.person,
  check ((state = 'open') = (ended_at is null)),
  check (state = 'open' or stopped_on is null)
);
create index data_request_person on people.data_request (group_id, person_id);
create index data_request_open on people.data_request (group_id, received_on) where state = 'open';
create index data_request_entered on people.data_request (group_id, entered_by) where entered_by is not null;
create index data_request_answerer on people.data_request (group_id, answered_by) where answered_by is not null;
call platform.belongs_to_group('people.data_request');

-- That somebody was erased, without a word of who it was.
create table people.erasure_proof (
  group_id  int not null references platform.group,
  id        uuid not null default uuidv7(),
  because   text not null check (because in ('request', 'retention', 'officer')),
  asked_on  date not null,
  done_at   timestamptz not null,
  told      jsonb not null,              -- what went and what stayed, counted, with the reasons
  asked_by  uuid not null,
  agreed_by uuid not null check (agreed_by <> asked_by),
  done_by   uuid not null,
  primary key (group_id, id),
  foreign key (group_id, asked_by) references people.person,
  foreign key (group_id, agreed_by) references people.person,
  foreign key (group_id, done_by) references people.person
);
create index erasure_proof_done on people.erasure_proof (group_id, done_at);
create index erasure_proof_asker on people.erasure_proof (group_id, asked_by);
create index erasure_proof_agreer on people.erasure_proof (group_id, agreed_by);
create index erasure_proof_doer on people.erasure_proof (group_id, done_by);
call platform.belongs_to_group('people.erasure_proof');

-- What has been kept long enough, as the group's own rules see it. Nothing goes by itself: an officer decides.
create table people.retention_proposal (
  group_id    int not null references platform.group,
  person_id   uuid not null,
  rule        text not null check (rule in ('left', 'lapsed', 'contact', 'no_right', 'requests', 'notes')),
  since_on    date not null,
  proposed_at timestamptz not null,
  kept_until  date,                      -- an officer said: keep it for another year
  kept_why    text not null default '' check (length(kept_why) <= 500),
  primary key (group_id, person_id, rule),
  foreign key (group_id, person_id) references people.person
);
create index retention_proposal_rule on people.retention_proposal (group_id, rule, since_on, person_id);
call platform.belongs_to_group('people.retention_proposal');
