-- What the start page lets a reader choose among: service areas and municipalities that have units.
select a.service_area_id as Id,
       a.name            as Name,
       count(u.unit_id)  as Units
from rpt.service_area as a
join rpt.unit as u on u.service_area_id = a.service_area_id and u.is_listed = 1
group by a.service_area_id, a.name, a.sort_order
order by a.sort_order, a.service_area_id;

select m.municipality_code as Code,
       m.name              as Name,
       m.is_sample         as IsSample,
       c.units             as Units
from rpt.municipality as m
join (
  select u.municipality_code, count(u.unit_id) as units
  from rpt.unit as u
  where u.is_listed = 1
  group by u.municipality_code
) as c on c.municipality_code = m.municipality_code
order by m.sort_key, m.municipality_code;
