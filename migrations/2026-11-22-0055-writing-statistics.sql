-- An import fills a new group's tables in one transaction. Until they are analysed the planner thinks the group has no
-- rows there, any index that begins with group_id looks as good as the key, and each look-up reads the whole group.
-- With this right the import analyses them itself as it goes on (PostgreSQL 17 and later).
grant maintain on writing.document, writing.version to backbench_app;
