-- The uploaded export, and the pictures that may come with it, until the import has run.
alter table publishing.import add column export_sha256 text;
alter table publishing.import add column uploads_sha256 text;
alter table publishing.import add column items_total int not null default 0;
