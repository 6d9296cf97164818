-- What to watch: run in the portal's database by who may read rpt, or as a check of a monitoring system.

-- Hours since a night last ended well, and since the newest edition. A day and a half of the first is a reason to look.
select datediff(hour, max(iif(n.outcome in ('published', 'unchanged'), n.ended_at, null)), sysutcdatetime()) as hours_since_good_night,
       datediff(hour, (select max(e.published_at) from rpt.edition as e), sysutcdatetime()) as hours_since_edition
from rpt.night as n;

-- Sources that the last night could not read, with its reason.
select s.name, s.message
from rpt.night_source as s
where s.night_number = (select max(n.night_number) from rpt.night as n where n.outcome <> 'running')
  and s.outcome = 'failed'
order by s.sort_order;

-- Rows and megabytes of each table, largest first. Takes view database state.
select concat(schema_name(o.schema_id), '.', o.name) as table_name,
       sum(iif(p.index_id in (0, 1), p.row_count, 0)) as row_count,
       sum(p.used_page_count) / 128 as megabytes
from sys.dm_db_partition_stats as p
join sys.objects as o on o.object_id = p.object_id
where schema_name(o.schema_id) in ('rpt', 'stg', 'edit')
group by o.schema_id, o.name
order by megabytes desc, table_name;
