-- Which municipalities one may be compared with, and why: its neighbours, those in groups of similar ones drawn up for it,
-- those of its SKR group and its county; and all municipalities by name.
-- In: @code.
select m.municipality_code as Code,
       m.name as Name,
       m.is_sample as IsSample
from rpt.municipality_neighbour as n
join rpt.municipality as m on m.municipality_code = n.neighbour_code
where n.municipality_code = @code
order by m.sort_key, m.municipality_code;

select g.name as GroupName,
       g.period as Period,
       c.credit as Credit,
       m.municipality_code as Code,
       m.name as Name,
       m.is_sample as IsSample
from rpt.municipality_group as g
join rpt.source as c on c.source_id = g.source_id
join rpt.municipality_group_member as mm on mm.group_id = g.group_id
join rpt.municipality as m on m.municipality_code = mm.municipality_code
where g.of_municipality_code = @code
  and g.kind = 'similar'
  and m.municipality_code <> @code
order by m.sort_key, m.municipality_code, g.sort_key, g.group_id;

select g.name as GroupName,
       c.credit as Credit,
       m.municipality_code as Code,
       m.name as Name,
       m.is_sample as IsSample
from rpt.municipality_group as g
join rpt.source as c on c.source_id = g.source_id
join rpt.municipality_group_member as own on own.group_id = g.group_id and own.municipality_code = @code
join rpt.municipality_group_member as mm on mm.group_id = g.group_id
join rpt.municipality as m on m.municipality_code = mm.municipality_code
where g.kind = 'skr'
  and m.municipality_code <> @code
order by g.sort_key, g.group_id, m.sort_key, m.municipality_code;

select m.county_name as GroupName,
       m.municipality_code as Code,
       m.name as Name,
       m.is_sample as IsSample
from rpt.municipality as own
join rpt.municipality as m on m.county_code = own.county_code
where own.municipality_code = @code
  and m.municipality_code <> @code
order by m.sort_key, m.municipality_code;

select m.municipality_code as Code,
       m.name as Name,
       m.is_sample as IsSample
from rpt.municipality as m
order by m.sort_key, m.municipality_code;
