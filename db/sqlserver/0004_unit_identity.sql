-- Ids that several sources know units by. SQL Server 2019 and later, Azure SQL.

-- Whose ids an outside id is one of, such as skolenhetskod: two sources with the same id of the same scheme mean one
-- unit. Null: the ids are the source's own.
alter table rpt.unit_outside_id add id_scheme nvarchar(40) collate Latin1_General_100_BIN2 null;
go
alter table stg.unit_outside_id add id_scheme nvarchar(40) collate Latin1_General_100_BIN2 null;
go
alter table rpt.unit_outside_id_past add id_scheme nvarchar(40) collate Latin1_General_100_BIN2 null;
go
