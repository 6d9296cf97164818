-- The migrator's journal, made where it is missing; then what it holds, and the views that are there now.
if schema_id(N'rpt') is null exec (N'create schema rpt');

if object_id(N'rpt.schema_version') is null
create table rpt.schema_version (
  script_number int not null,
  name nvarchar(200) collate Latin1_General_100_BIN2 not null,
  checksum nvarchar(64) collate Latin1_General_100_BIN2 not null,
  applied_at datetime2(0) not null,
  constraint pk_schema_version primary key clustered (script_number)
);

select v.script_number as Number,
       v.name as Name,
       v.checksum as Checksum
from rpt.schema_version as v
order by v.script_number;

select v.name as Name
from sys.views as v
where v.schema_id = schema_id(N'rpt')
order by v.name;
