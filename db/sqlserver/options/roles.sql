-- Who may do what. Run by the DBA after the first migration, and add the logins' users to the roles: the site's to
-- portal_reader, the night's to portal_night, the one that deploys to portal_migrator. Rights are given on whole
-- schemas, so that new tables and views made anew need no further grant.
create role portal_reader;
create role portal_night;
create role portal_migrator;
go

grant select on schema::rpt to portal_reader;

grant select, insert, update, delete on schema::rpt to portal_night;
grant select, insert, update, delete on schema::stg to portal_night;

grant select, insert, update, delete, alter, references on schema::rpt to portal_migrator;
grant select, insert, update, delete, alter, references on schema::stg to portal_migrator;
grant create schema, create table, create view to portal_migrator;
