-- Municipalities side by side: themselves, their units by service area and owner, what was measured of any of them, their
-- figures by sex, and the answers behind the means.
-- In: @codes (municipality codes), @oldest (years).
select m.municipality_code as Code,
       m.name as Name,
       m.county_name as CountyName,
       g.name as GroupName,
       m.population as Population,
       m.population_date as PopulationDate,
       m.is_sample as IsSample,
       s.credit as Credit,
       s.licence as Licence
from rpt.municipality as m
join rpt.source as s on s.source_id = m.source_id
left join (
  select mm.municipality_code, min(mg.name) as name
  from rpt.municipality_group as mg
  join rpt.municipality_group_member as mm on mm.group_id = mg.group_id
  where mg.kind = 'skr'
  group by mm.municipality_code
) as g on g.municipality_code = m.municipality_code
where m.municipality_code in @codes;

select u.municipality_code as MunicipalityCode,
       a.service_area_id as ServiceAreaId,
       a.name as ServiceAreaName,
       u.ownership as Ownership,
       count(u.unit_id) as Units
from rpt.unit as u
join rpt.service_area as a on a.service_area_id = u.service_area_id
where u.municipality_code in @codes
  and u.is_listed = 1
group by u.municipality_code, a.service_area_id, a.name, a.sort_order, u.ownership
order by a.sort_order, a.service_area_id, u.municipality_code, count(u.unit_id) desc, u.ownership;

select subject_key as SubjectKey, scope as Scope, subject_id as SubjectId, name as Name
from rpt.subject
where scope = 'municipality'
  and subject_id in @codes;

with seen as (
  select distinct o.measure_key
  from rpt.subject as s
  join rpt.observation as o on o.subject_key = s.subject_key
  where s.scope = 'municipality'
    and s.subject_id in @codes
)
select m.measure_key as MeasureKey,
       m.measure_id as MeasureId,
       m.name as MeasureName,
       m.kind as Kind,
       m.unit as Unit,
       m.decimals as Decimals,
       m.better as Better,
       m.low as ScaleLow,
       m.high as ScaleHigh,
       m.period_kind as PeriodKind,
       m.is_headline as IsHeadline,
       m.derivation as Derivation,
       q.question_key as QuestionKey,
       q.question_id as QuestionId,
       q.area as Area,
       q.wording as Wording,
       q.replaces_key as ReplacesKey,
       s.survey_id as SurveyId,
       s.name as SurveyName,
       s.asked as Asked,
       s.municipality_code as SurveyMunicipalityCode,
       s.service_area_id as SurveyServiceAreaId,
       coalesce(s.respondent_floor, 1) as RespondentFloor,
       c.source_id as SourceId,
       c.name as SourceName,
       c.credit as Credit,
       c.licence as Licence,
       c.cadence as Cadence
from seen as e
join rpt.measure as m on m.measure_key = e.measure_key
join rpt.source as c on c.source_id = m.source_id
left join rpt.question as q on q.question_key = m.question_key
left join rpt.survey as s on s.survey_id = m.survey_id
left join rpt.service_area as a on a.service_area_id = m.service_area_id
order by coalesce(a.sort_order, 1000000), s.name, s.survey_id, q.area_order, q.sort_order, m.sort_order, m.measure_id;

-- Of each measure the period in which most of the municipalities have a figure that can be tested, of such the one in which
-- most have a figure at all, then the newest, at most @oldest years older than the newest; where no two share a period, the
-- newest of each. A period in which the question was not put (state 3) counts only where there is no other.
with figure as (
  select o.subject_key,
         o.measure_key,
         o.period,
         max(iif(o.sex = 'T' and o.state = 1 and o.respondents is not null and o.is_doubtful = 0, 1, 0)) as testable,
         max(iif(o.state in (1, 7), 1, 0)) as shown,
         min(iif(o.state = 3, 1, 0)) as unasked
  from rpt.subject as s
  join rpt.observation as o on o.subject_key = s.subject_key
  where s.scope = 'municipality'
    and s.subject_id in @codes
  group by o.subject_key, o.measure_key, o.period
),
newest as (
  select f.measure_key, max(f.period) as period
  from figure as f
  where f.shown = 1
  group by f.measure_key
),
shared as (
  select f.measure_key,
         f.period,
         row_number() over (partition by f.measure_key order by sum(f.testable) desc, sum(f.shown) desc, f.period desc) as place
  from figure as f
  join newest as w on w.measure_key = f.measure_key
  where f.period >= w.period - @oldest
  group by f.measure_key, f.period
  having sum(f.shown) >= 2
),
ranked as (
  select f.subject_key,
         f.measure_key,
         f.period,
         max(iif(f.shown = 1, f.period, null)) over (partition by f.subject_key, f.measure_key) as newest_shown,
         row_number() over (
           partition by f.subject_key, f.measure_key
           order by f.unasked, iif(f.period = h.period, 0, 1), f.period desc) as place
  from figure as f
  left join shared as h on h.measure_key = f.measure_key and h.place = 1
)
select o.subject_key as SubjectKey,
       o.measure_key as MeasureKey,
       o.period as Period,
       o.sex as Sex,
       o.state as State,
       o.value as Value,
       o.respondents as Respondents,
       o.invited as Invited,
       o.response_rate as ResponseRate,
       o.is_derived as IsDerived,
       o.is_doubtful as IsDoubtful,
       iif(n.newest_shown > o.period, n.newest_shown, null) as NewerPeriod,
       o.edition_number as EditionNumber,
       d.published_on as PublishedOn,
       e.read_at as FetchedAt
from ranked as n
join rpt.observation as o
  on o.subject_key = n.subject_key and o.measure_key = n.measure_key and o.period = n.period
join rpt.measure as m on m.measure_key = o.measure_key
left join rpt.survey_round as d on d.survey_id = m.survey_id and d.period = o.period
left join rpt.edition_source as e on e.edition_number = o.edition_number and e.source_id = m.source_id
where n.place = 1;

-- All of them and not only those of the chosen periods: a municipality has few, and which ones count is known by now.
select a.subject_key as SubjectKey,
       a.question_key as QuestionKey,
       a.period as Period,
       a.answer as Answer,
       p.score as Score,
       a.state as State,
       a.share as Share
from rpt.subject as s
join rpt.answer_distribution as a on a.subject_key = s.subject_key
join rpt.question as q on q.question_key = a.question_key
join rpt.answer_option as p on p.scale_id = q.scale_id and p.answer = a.answer
where s.scope = 'municipality'
  and s.subject_id in @codes
  and a.sex = 'T'
order by a.subject_key, a.question_key, a.period, a.answer;
