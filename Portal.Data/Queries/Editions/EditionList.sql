-- The editions, newest first, and the sources that each rests on or lacks.
-- In: @first, @last (places in the list, from 1).
with placed as (
  select e.edition_number, row_number() over (order by e.edition_number desc) as position
  from rpt.edition as e
)
select e.edition_number as Number,
       e.published_at as PublishedAt,
       e.night_number as NightNumber,
       e.added as Added,
       e.changed as Changed,
       e.removed as Removed,
       e.observations as Observations,
       e.is_kept as IsKept
from placed as p
join rpt.edition as e on e.edition_number = p.edition_number
where p.position between @first and @last
order by e.edition_number desc;

select count(*) as Editions
from rpt.edition as e;

with placed as (
  select e.edition_number, row_number() over (order by e.edition_number desc) as position
  from rpt.edition as e
)
select x.edition_number as EditionNumber,
       x.source_id as SourceId,
       s.name as Name,
       s.credit as Credit,
       s.licence as Licence,
       s.is_sample as IsSample,
       x.read_at as ReadAt,
       x.delivery_hash as DeliveryHash,
       x.added as Added,
       x.changed as Changed,
       x.removed as Removed,
       iif(exists (select 1 from rpt.edition_source as b where b.source_id = x.source_id and b.edition_number < x.edition_number), 0, 1) as IsFirst
from placed as p
join rpt.edition_source as x on x.edition_number = p.edition_number
join rpt.source as s on s.source_id = x.source_id
where p.position between @first and @last
order by x.edition_number desc, s.name, x.source_id;
