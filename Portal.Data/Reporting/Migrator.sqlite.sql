-- The migrator's journal, made where it is missing; then what it holds, and the views that are there now.
create table if not exists rpt.schema_version (
  script_number integer not null,
  name text not null,
  checksum text not null,
  applied_at text not null,
  primary key (script_number)
) without rowid, strict;

select v.script_number as Number,
       v.name as Name,
       v.checksum as Checksum
from rpt.schema_version as v
order by v.script_number;

select m.name as Name
from sqlite_master as m
where m.type = 'view'
order by m.name;
