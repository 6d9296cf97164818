-- Units side by side: themselves, what was measured of any of them, the figure of each for all its
-- respondents, and the answers behind the means.
-- In: @ids (unit ids), @oldest (years).
select u.unit_id as UnitId,
       u.name as Name,
       u.municipality_code as MunicipalityCode,
       k.name as MunicipalityName,
       k.is_sample as IsSample,
       u.service_area_id as ServiceAreaId,
       a.name as ServiceAreaName,
       a.unit_word as UnitWord,
       u.ownership as Ownership,
       r.name as ProviderName,
       u.address as Address,
       u.postal_code as PostalCode,
       u.is_listed as IsListed,
       c.name as SourceName,
       c.credit as Credit,
       c.licence as Licence
from rpt.unit as u
join rpt.municipality as k on k.municipality_code = u.municipality_code
join rpt.service_area as a on a.service_area_id = u.service_area_id
join rpt.source as c on c.source_id = u.source_id
left join rpt.provider as r on r.provider_id = u.provider_id
where u.unit_id in @ids;

select subject_key as SubjectKey, scope as Scope, subject_id as SubjectId, name as Name
from rpt.subject
where scope = 'unit'
  and subject_id in @ids;

with seen as (
  select distinct o.measure_key
  from rpt.subject as s
  join rpt.observation as o on o.subject_key = s.subject_key
  where s.scope = 'unit'
    and s.subject_id in @ids
    and o.sex = 'T'
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
order by s.name, s.survey_id, q.area_order, q.sort_order, m.sort_order, m.measure_id;

-- Of each measure the round in which most of the units have a figure that can be tested, of such the newest and at most
-- @oldest years older than the newest; where no two share a round, the newest of each. A round in which the question was
-- not put to the unit (state 3) counts only where there is no other.
with figure as (
  select o.subject_key, o.measure_key, m.question_key, o.period, o.state, o.respondents, o.is_doubtful
  from rpt.subject as s
  join rpt.observation as o on o.subject_key = s.subject_key
  join rpt.measure as m on m.measure_key = o.measure_key
  where s.scope = 'unit'
    and s.subject_id in @ids
    and o.sex = 'T'
),
newest as (
  select f.measure_key, max(f.period) as period
  from figure as f
  where f.state in (1, 7)
  group by f.measure_key
),
shared as (
  select f.measure_key, f.period,
         row_number() over (partition by f.measure_key order by count(*) desc, f.period desc) as place
  from figure as f
  join newest as w on w.measure_key = f.measure_key
  where f.state = 1
    and f.respondents is not null
    and f.is_doubtful = 0
    and f.period >= w.period - @oldest
  group by f.measure_key, f.period
  having count(*) >= 2
),
ranked as (
  select f.subject_key, f.measure_key, f.question_key, f.period,
         max(iif(f.state in (1, 7), f.period, null)) over (partition by f.subject_key, f.measure_key) as newest_shown,
         row_number() over (
           partition by f.subject_key, f.measure_key
           order by iif(f.state = 3, 1, 0), iif(f.period = h.period, 0, 1), f.period desc) as place
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
  on o.subject_key = n.subject_key and o.measure_key = n.measure_key and o.period = n.period and o.sex = 'T'
join rpt.measure as m on m.measure_key = o.measure_key
left join rpt.survey_round as d on d.survey_id = m.survey_id and d.period = o.period
left join rpt.edition_source as e on e.edition_number = o.edition_number and e.source_id = m.source_id
where n.place = 1;

with figure as (
  select o.subject_key, o.measure_key, m.question_key, o.period, o.state, o.respondents, o.is_doubtful
  from rpt.subject as s
  join rpt.observation as o on o.subject_key = s.subject_key
  join rpt.measure as m on m.measure_key = o.measure_key
  where s.scope = 'unit'
    and s.subject_id in @ids
    and o.sex = 'T'
    and m.kind = 'mean'
    and m.question_key is not null
),
newest as (
  select f.measure_key, max(f.period) as period
  from figure as f
  where f.state in (1, 7)
  group by f.measure_key
),
shared as (
  select f.measure_key, f.period,
         row_number() over (partition by f.measure_key order by count(*) desc, f.period desc) as place
  from figure as f
  join newest as w on w.measure_key = f.measure_key
  where f.state = 1
    and f.respondents is not null
    and f.is_doubtful = 0
    and f.period >= w.period - @oldest
  group by f.measure_key, f.period
  having count(*) >= 2
),
ranked as (
  select f.subject_key, f.measure_key, f.question_key, f.period,
         max(iif(f.state in (1, 7), f.period, null)) over (partition by f.subject_key, f.measure_key) as newest_shown,
         row_number() over (
           partition by f.subject_key, f.measure_key
           order by iif(f.state = 3, 1, 0), iif(f.period = h.period, 0, 1), f.period desc) as place
  from figure as f
  left join shared as h on h.measure_key = f.measure_key and h.place = 1
)
select a.subject_key as SubjectKey,
       a.question_key as QuestionKey,
       a.period as Period,
       a.answer as Answer,
       p.score as Score,
       a.state as State,
       a.share as Share
from ranked as n
join rpt.answer_distribution as a
  on a.subject_key = n.subject_key and a.question_key = n.question_key and a.period = n.period and a.sex = 'T'
join rpt.question as q on q.question_key = a.question_key
join rpt.answer_option as p on p.scale_id = q.scale_id and p.answer = a.answer
where n.place = 1
order by a.subject_key, a.question_key, a.answer;
