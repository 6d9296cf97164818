-- The newest nights with what each source gave and why rows were not taken; before them, how fresh each source is.
-- In: @nights, how many nights.
select s.source_id as Id,
       s.name      as Name,
       s.publisher as Publisher,
       s.cadence   as Cadence,
       s.licence   as Licence,
       s.address   as Address,
       s.is_sample as IsSample,
       (
         select max(n.started_at)
         from rpt.night_source as ns
         join rpt.night as n on n.night_number = ns.night_number
         where ns.source_id = s.source_id and ns.outcome in ('read', 'unchanged')
       ) as ReadAt,
       (
         select max(e.published_at)
         from rpt.edition_source as es
         join rpt.edition as e on e.edition_number = es.edition_number
         where es.source_id = s.source_id and es.added + es.changed + es.removed > 0
       ) as ChangedAt
from rpt.source as s
order by s.is_sample, s.name, s.source_id;

with newest as (
  select n.night_number, row_number() over (order by n.night_number desc) as position
  from rpt.night as n
)
select n.night_number   as Number,
       n.started_at     as StartedAt,
       n.ended_at       as EndedAt,
       n.outcome        as Outcome,
       n.edition_number as EditionNumber,
       n.message        as Message,
       e.added          as Added,
       e.changed        as Changed,
       e.removed        as Removed
from newest
join rpt.night as n on n.night_number = newest.night_number
left join rpt.edition as e on e.edition_number = n.edition_number
where newest.position <= @nights
order by n.night_number desc;

with newest as (
  select n.night_number, row_number() over (order by n.night_number desc) as position
  from rpt.night as n
)
select ns.night_number   as NightNumber,
       ns.source_id      as SourceId,
       ns.name           as Name,
       ns.outcome        as Outcome,
       ns.rows_read      as RowsRead,
       ns.rows_accepted  as RowsAccepted,
       ns.rows_rejected  as RowsRejected,
       ns.rows_unchanged as RowsUnchanged,
       ns.remarks        as Remarks,
       ns.seconds        as Seconds,
       ns.message        as Message
from newest
join rpt.night_source as ns on ns.night_number = newest.night_number
where newest.position <= @nights
order by ns.night_number desc, ns.sort_order, ns.source_id;

with newest as (
  select n.night_number, row_number() over (order by n.night_number desc) as position
  from rpt.night as n
)
select nr.night_number   as NightNumber,
       nr.source_id      as SourceId,
       nr.kind           as Kind,
       nr.reason         as Reason,
       nr.rows_concerned as RowsConcerned
from newest
join rpt.night_reason as nr on nr.night_number = newest.night_number
where newest.position <= @nights
order by nr.night_number desc, nr.source_id, nr.kind, nr.rows_concerned desc, nr.reason;
