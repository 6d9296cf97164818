-- What the list of units can be narrowed by, and the units that the reader has picked to compare.
-- In: @municipality (one to offer even where it has no units; null: none), @picked (unit ids).
select service_area_id as Id, name as Name
from rpt.service_area
order by sort_order, service_area_id;

select m.municipality_code as Id, m.name as Name
from rpt.municipality as m
where m.municipality_code = @municipality
   or exists (select 1 from rpt.unit as u where u.municipality_code = m.municipality_code)
order by m.sort_key, m.municipality_code;

select unit_id as Id, name as Name
from rpt.unit
where unit_id in @picked
order by sort_key, unit_id;
