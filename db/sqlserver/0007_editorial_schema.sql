-- Where editors write: replies, guarantees, awards. Its tables come with the editorial area; the schema stands apart from the
-- first, so that the editors' login has rights of its own (options/roles.sql, to be run again after this script).
create schema edit;
go
