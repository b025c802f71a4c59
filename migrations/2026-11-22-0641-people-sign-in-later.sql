-- A request to sign in waits with the address that was typed until the job that looks it up has written the letter, so that
-- the form's answer takes the same time for everybody. Then the address goes. The links lead to where it was asked. Three columns: the lock is brief.
alter table people.sign_in
  add column email text check (length(email) between 3 and 254),
  add column origin text check (length(origin) <= 300),
  add column answered_at timestamptz;
update people.sign_in set answered_at = made_at;
