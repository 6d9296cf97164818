-- The units that fit a search best: those whose name is what was typed, then those that hold it as whole words, then those
-- where a word begins so, then those that hold the words in any order; each by one and the same name of the unit.
-- In: @fromMunicipality and @toMunicipality (the same code, or the lowest and highest there can be), @serviceArea (null: all),
-- @searches (1 where there are words), @word1 to @word8 (like patterns), @whole (the words as typed) and like patterns of it:
-- @first, @middle and @final (as whole words), @beginning and @inside (where a word begins), @last (how many units).
-- Units that no register lists any longer are found by name only.
with named as (
  select u.unit_id, u.search_name
  from rpt.unit as u
  where u.municipality_code between @fromMunicipality and @toMunicipality
    and (@serviceArea is null or u.service_area_id = @serviceArea)
    and (u.is_listed = 1 or @searches = 1)
  union all
  select u.unit_id, a.search_name
  from rpt.unit_alias as a
  join rpt.unit as u on u.unit_id = a.unit_id
  where u.municipality_code between @fromMunicipality and @toMunicipality
    and (@serviceArea is null or u.service_area_id = @serviceArea)
    and (u.is_listed = 1 or @searches = 1)
),
hit as (
  select n.unit_id,
         min(case
           when n.search_name = @whole then 1
           when n.search_name like @first or n.search_name like @middle or n.search_name like @final then 2
           when n.search_name like @beginning or n.search_name like @inside then 3
           else 4
         end) as distance
  from named as n
  where n.search_name like @word1
    and n.search_name like @word2
    and n.search_name like @word3
    and n.search_name like @word4
    and n.search_name like @word5
    and n.search_name like @word6
    and n.search_name like @word7
    and n.search_name like @word8
  group by n.unit_id
),
ranked as (
  select u.unit_id,
         row_number() over (order by h.distance, u.sort_key, u.unit_id) as position,
         count(*) over () as total
  from hit as h
  join rpt.unit as u on u.unit_id = h.unit_id
)
select r.total as Total,
       u.unit_id as Id,
       u.name as Name,
       u.search_name as SearchName,
       (
         select min(a.name)
         from rpt.unit_alias as a
         where a.unit_id = r.unit_id
           and a.search_name like @word1
           and a.search_name like @word2
           and a.search_name like @word3
           and a.search_name like @word4
           and a.search_name like @word5
           and a.search_name like @word6
           and a.search_name like @word7
           and a.search_name like @word8
       ) as OtherName,
       a.name as ServiceAreaName,
       m.name as MunicipalityName,
       m.is_sample as IsSample,
       u.is_listed as IsListed
from ranked as r
join rpt.unit as u on u.unit_id = r.unit_id
join rpt.service_area as a on a.service_area_id = u.service_area_id
join rpt.municipality as m on m.municipality_code = u.municipality_code
where r.position <= @last
order by r.position;
