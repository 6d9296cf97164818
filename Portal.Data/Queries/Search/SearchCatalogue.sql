-- All that a search can find besides units: municipalities, service areas, surveys, and measures with their questions.
select m.municipality_code as Code,
       m.name as Name,
       m.search_name as SearchName,
       m.county_name as CountyName,
       m.is_sample as IsSample
from rpt.municipality as m
order by m.sort_key, m.municipality_code;

select a.service_area_id as Id, a.name as Name, a.unit_word as UnitWord
from rpt.service_area as a
order by a.sort_order, a.service_area_id;

select s.survey_id as Id,
       s.name as Name,
       s.asked as Asked,
       a.name as ServiceAreaName,
       m.name as MunicipalityName,
       c.is_sample as IsSample
from rpt.survey as s
join rpt.service_area as a on a.service_area_id = s.service_area_id
join rpt.source as c on c.source_id = s.source_id
left join rpt.municipality as m on m.municipality_code = s.municipality_code
order by s.name, s.survey_id;

-- The measure that stands first of each question, and every measure without one.
select m.measure_id as Id,
       m.name as Name,
       q.wording as Wording,
       q.area as Area,
       s.survey_id as SurveyId,
       s.name as SurveyName,
       a.name as ServiceAreaName,
       c.is_sample as IsSample
from (
  select n.measure_key,
         row_number() over (partition by coalesce(n.question_key, 0 - n.measure_key) order by n.sort_order, n.measure_id) as position
  from rpt.measure as n
) as f
join rpt.measure as m on m.measure_key = f.measure_key
join rpt.source as c on c.source_id = m.source_id
left join rpt.question as q on q.question_key = m.question_key
left join rpt.survey as s on s.survey_id = m.survey_id
left join rpt.service_area as a on a.service_area_id = coalesce(s.service_area_id, m.service_area_id)
where f.position = 1
order by s.name, q.area_order, q.sort_order, m.measure_id;
