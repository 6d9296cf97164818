-- The newest night and when it started.
select n.night_number as Number,
       n.started_at   as StartedAt
from rpt.night as n
where n.night_number = (select max(x.night_number) from rpt.night as x);
