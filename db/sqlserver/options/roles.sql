-- Who may do what. Run by the DBA after the first migration, and again whenever a migration says so: it may be run any number
-- of times. Then add the logins' users to the roles: the site's to portal_reader, the editors' area's to portal_editor, the
-- night's to portal_night, the one that deploys to portal_migrator. Rights are given on whole schemas, so that new tables and
-- views made anew need no further grant.
if database_principal_id(N'portal_reader') is null create role portal_reader;
if database_principal_id(N'portal_editor') is null create role portal_editor;
if database_principal_id(N'portal_night') is null create role portal_night;
if database_principal_id(N'portal_migrator') is null create role portal_migrator;
go

-- The public site reads what is published, and nothing else: not what arrived, not what editors have not yet let out.
grant select on schema::rpt to portal_reader;

-- Those who write replies, guarantees and awards write in their own schema, and read what is published to write about it.
grant select, insert, update, delete on schema::edit to portal_editor;
grant select on schema::rpt to portal_editor;

-- The night. Alter on stg lets it truncate its own tables, and nothing in rpt; it makes no tables, which takes a right that it has not.
grant select, insert, update, delete on schema::rpt to portal_night;
grant select, insert, update, delete, alter on schema::stg to portal_night;

grant select, insert, update, delete, alter, references on schema::rpt to portal_migrator;
grant select, insert, update, delete, alter, references on schema::stg to portal_migrator;
grant select, insert, update, delete, alter, references on schema::edit to portal_migrator;
grant create schema, create table, create view to portal_migrator;
