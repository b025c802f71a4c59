-- What somebody asked for a moment ago goes at once; a notice goes when its reader wants notices. Of two waiting notices on the
-- same topic the newer one counts. Letters from before this were all sent at once.
alter table platform.letter
  add column kind  text not null default 'service' check (kind in ('service', 'notice')),
  add column topic text check (length(topic) between 1 and 100);
alter table platform.letter alter column kind drop default;
