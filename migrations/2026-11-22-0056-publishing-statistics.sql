-- For the same reason as in writing's migration of the minute before.
grant maintain on publishing.entry, publishing.entry_term, publishing.comment, publishing.address, publishing.search_text,
  publishing.origin, publishing.term, publishing.author, publishing.picture to backbench_app;
