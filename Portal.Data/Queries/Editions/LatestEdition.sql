-- The newest edition: its number, when it was published and what it holds.
select e.edition_number as Number,
       e.published_at   as PublishedAt,
       e.night_number   as NightNumber,
       e.added          as Added,
       e.changed        as Changed,
       e.removed        as Removed,
       e.observations   as Observations,
       e.is_kept        as IsKept
from rpt.edition as e
where e.edition_number = (select max(n.edition_number) from rpt.edition as n)
