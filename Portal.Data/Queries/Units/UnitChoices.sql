-- What the list of units can be narrowed by, the units that the reader has picked to compare, and who gave what it shows.
-- In: @municipality (one to offer even where it has no units; null: none), @picked (unit ids).
select a.service_area_id as Id, a.name as Name
from rpt.service_area as a
where exists (select 1 from rpt.unit as u where u.service_area_id = a.service_area_id)
order by a.sort_order, a.service_area_id;

select m.municipality_code as Id, m.name as Name, m.is_sample as IsSample
from rpt.municipality as m
where m.municipality_code = @municipality
   or exists (select 1 from rpt.unit as u where u.municipality_code = m.municipality_code)
order by m.sort_key, m.municipality_code;

select unit_id as Id, name as Name
from rpt.unit
where unit_id in @picked
order by sort_key, unit_id;

select c.credit as Credit, c.licence as Licence
from rpt.source as c
where exists (select 1 from rpt.unit as u where u.source_id = c.source_id)
   or exists (select 1 from rpt.measure as m where m.source_id = c.source_id and m.is_headline = 1)
order by c.name, c.source_id;
