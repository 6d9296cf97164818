-- One edition: what it holds, the sources read for it, those that failed that night, and its neighbours.
-- In: @number.
select e.edition_number as Number,
       e.published_at as PublishedAt,
       e.night_number as NightNumber,
       e.added as Added,
       e.changed as Changed,
       e.removed as Removed,
       e.observations as Observations,
       e.is_kept as IsKept,
       (select count(*) from rpt.edition_change as c where c.edition_number = e.edition_number) as FigureChanges,
       (select count(*) from rpt.edition_answer_change as c where c.edition_number = e.edition_number) as AnswerChanges,
       (select count(*) from rpt.edition_fact as f where f.edition_number = e.edition_number) as FactChanges,
       (select min(n.edition_number) from rpt.edition as n where n.edition_number > e.edition_number) as Later
from rpt.edition as e
where e.edition_number = @number;

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
from rpt.edition_source as x
join rpt.source as s on s.source_id = x.source_id
where x.edition_number = @number
order by s.name, x.source_id;

-- What the edition has of a source that failed is what an earlier one had.
select n.source_id as SourceId,
       n.name as Name,
       n.message as Message,
       (select max(x.read_at) from rpt.edition_source as x where x.source_id = n.source_id and x.edition_number < @number) as ReadAt
from rpt.edition as e
join rpt.night_source as n on n.night_number = e.night_number
where e.edition_number = @number
  and n.outcome = 'failed'
order by n.sort_order;
