-- What the start page lets a reader choose among, service areas and municipalities that have units, and the newest results.
-- In: @news (how many).
select a.service_area_id as Id,
       a.name            as Name,
       a.unit_word       as UnitWord,
       count(u.unit_id)  as Units
from rpt.service_area as a
join rpt.unit as u on u.service_area_id = a.service_area_id and u.is_listed = 1
group by a.service_area_id, a.name, a.unit_word, a.sort_order
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

with newest as (
  select d.survey_id, d.period, d.published_on, d.is_preliminary,
         row_number() over (partition by d.survey_id order by d.period desc) as place
  from rpt.survey_round as d
),
news as (
  select n.survey_id, n.period, n.published_on, n.is_preliminary,
         row_number() over (order by n.period desc, n.published_on desc, n.survey_id) as place
  from newest as n
  where n.place = 1
)
select s.survey_id      as SurveyId,
       s.name           as Name,
       k.name           as MunicipalityName,
       n.period         as Period,
       n.published_on   as PublishedOn,
       n.is_preliminary as IsPreliminary,
       count(u.unit_id) as Units
from news as n
join rpt.survey as s on s.survey_id = n.survey_id
left join rpt.municipality as k on k.municipality_code = s.municipality_code
left join rpt.measure as m on m.survey_id = s.survey_id and m.is_headline = 1
left join rpt.unit as u on u.headline_measure_key = m.measure_key and u.headline_period = n.period
where n.place <= @news
group by s.survey_id, s.name, k.name, n.period, n.published_on, n.is_preliminary, n.place
order by n.place;
