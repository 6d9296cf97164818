-- Municipalities by name, each with its county and how many units it has, and the counties there are. A municipality
-- without units has zero of them: that is a count, not a missing figure.
-- In: @county (null: all), @word1 to @word4 (like patterns that all hold in the name).
select m.municipality_code as Code,
       m.name              as Name,
       m.county_code       as CountyCode,
       m.county_name       as CountyName,
       m.population        as Population,
       m.population_date   as PopulationDate,
       m.is_sample         as IsSample,
       coalesce(c.units, 0) as Units,
       s.source_id         as SourceId,
       s.credit            as Credit,
       s.licence           as Licence
from rpt.municipality as m
join rpt.source as s on s.source_id = m.source_id
left join (
  select u.municipality_code, count(u.unit_id) as units
  from rpt.unit as u
  where u.is_listed = 1
  group by u.municipality_code
) as c on c.municipality_code = m.municipality_code
where (@county is null or m.county_code = @county)
  and m.search_name like @word1
  and m.search_name like @word2
  and m.search_name like @word3
  and m.search_name like @word4
order by m.sort_key, m.municipality_code;

select m.county_code as Code,
       min(m.county_name) as Name
from rpt.municipality as m
where m.county_code is not null
  and m.county_name is not null
group by m.county_code
order by m.county_code;
