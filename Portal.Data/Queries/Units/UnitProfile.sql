-- All that is known of one unit: itself, its other names, the surveys of its service and place, what was measured,
-- its figures, those of its municipality and of the country, and how the newest answers were spread.
-- In: @id (unit id).
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
where u.unit_id = @id;

select distinct a.name
from rpt.unit_alias as a
join rpt.unit as u on u.unit_id = a.unit_id
where a.unit_id = @id
  and a.search_name <> u.search_name
order by a.name;

-- What has happened to it, and to others in which it was the other one.
select e.unit_id as UnitId,
       e.kind as Kind,
       e.happened_on as HappenedOn,
       e.old_name as OldName,
       e.new_name as NewName,
       o.unit_id as OtherId,
       o.name as OtherName
from rpt.unit_event as e
left join rpt.unit as o on o.unit_id = case when e.unit_id = @id then e.other_unit_id else e.unit_id end
where e.unit_id = @id
   or e.other_unit_id = @id
order by e.happened_on, e.event_id, e.unit_id;

-- The unit first, then what it is seen beside.
select s.subject_key as SubjectKey, s.scope as Scope, s.subject_id as SubjectId, s.name as Name
from rpt.unit as u
join rpt.subject as s
  on (s.scope = 'unit' and s.subject_id = u.unit_id)
  or (s.scope = 'municipality' and s.subject_id = u.municipality_code)
  or (s.scope = 'country' and s.subject_id = '0000')
where u.unit_id = @id
order by case s.scope when 'unit' then 1 when 'municipality' then 2 else 3 end;

select s.survey_id as SurveyId,
       s.name as Name,
       s.asked as Asked,
       s.description as Description,
       s.municipality_code as MunicipalityCode,
       s.respondent_floor as RespondentFloor,
       c.name as SourceName,
       c.cadence as Cadence
from rpt.unit as u
join rpt.survey as s on s.service_area_id = u.service_area_id
join rpt.source as c on c.source_id = s.source_id
where u.unit_id = @id
  and (s.municipality_code is null or s.municipality_code = u.municipality_code)
order by s.name, s.survey_id;

select d.survey_id as SurveyId,
       d.period as Period,
       d.name as Name,
       d.published_on as PublishedOn,
       d.is_preliminary as IsPreliminary
from rpt.unit as u
join rpt.survey as s on s.service_area_id = u.service_area_id
join rpt.survey_round as d on d.survey_id = s.survey_id
where u.unit_id = @id
  and (s.municipality_code is null or s.municipality_code = u.municipality_code)
order by d.survey_id, d.period desc;

with seen as (
  select distinct o.measure_key
  from rpt.subject as s
  join rpt.observation as o on o.subject_key = s.subject_key
  where s.scope = 'unit'
    and s.subject_id = @id
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

-- When the questions were asked at all, so that a gap can be told from an absence.
with seen as (
  select distinct m.question_key
  from rpt.subject as s
  join rpt.observation as o on o.subject_key = s.subject_key
  join rpt.measure as m on m.measure_key = o.measure_key
  where s.scope = 'unit'
    and s.subject_id = @id
)
select r.question_key as QuestionKey, r.period as Period
from seen as e
join rpt.question_round as r on r.question_key = e.question_key;

with seen as (
  select distinct o.measure_key
  from rpt.subject as s
  join rpt.observation as o on o.subject_key = s.subject_key
  where s.scope = 'unit'
    and s.subject_id = @id
),
side as (
  select s.subject_key, s.scope
  from rpt.unit as u
  join rpt.subject as s
    on (s.scope = 'unit' and s.subject_id = u.unit_id)
    or (s.scope = 'municipality' and s.subject_id = u.municipality_code)
    or (s.scope = 'country' and s.subject_id = '0000')
  where u.unit_id = @id
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
       o.edition_number as EditionNumber,
       d.published_on as PublishedOn,
       e.read_at as FetchedAt
from side as b
cross join seen as n
join rpt.observation as o on o.subject_key = b.subject_key and o.measure_key = n.measure_key
join rpt.measure as m on m.measure_key = o.measure_key
left join rpt.survey_round as d on d.survey_id = m.survey_id and d.period = o.period
left join rpt.edition_source as e on e.edition_number = o.edition_number and e.source_id = m.source_id
where b.scope = 'unit' or o.sex = 'T';

with newest as (
  select a.subject_key, a.question_key, max(a.period) as period
  from rpt.subject as s
  join rpt.answer_distribution as a on a.subject_key = s.subject_key
  where s.scope = 'unit'
    and s.subject_id = @id
    and a.sex = 'T'
  group by a.subject_key, a.question_key
)
select a.subject_key as SubjectKey,
       a.question_key as QuestionKey,
       a.period as Period,
       a.answer as Answer,
       p.label as Label,
       p.score as Score,
       p.is_positive as IsPositive,
       a.state as State,
       a.share as Share
from newest as n
join rpt.answer_distribution as a
  on a.subject_key = n.subject_key and a.question_key = n.question_key and a.period = n.period and a.sex = 'T'
join rpt.question as q on q.question_key = a.question_key
join rpt.answer_option as p on p.scale_id = q.scale_id and p.answer = a.answer
order by a.question_key, a.answer;
