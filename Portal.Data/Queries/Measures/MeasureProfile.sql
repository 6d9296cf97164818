-- One measure: where it belongs, its kin (other measures of its question, and those of questions that took the place of
-- another), the years that units and municipalities have figures of, and the municipalities that it is measured in.
-- In: @id (measure id), @municipality (one to offer even where nothing is measured in it; null: none).
select m.measure_key as MeasureKey,
       a.service_area_id as ServiceAreaId,
       a.name as ServiceAreaName,
       a.unit_word as UnitWord,
       c.is_sample as IsSample
from rpt.measure as m
join rpt.source as c on c.source_id = m.source_id
left join rpt.service_area as a on a.service_area_id = m.service_area_id
where m.measure_id = @id;

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
from rpt.measure as own
join rpt.measure as m
  on m.measure_key = own.measure_key
  or m.question_key = own.question_key
  or (m.survey_id = own.survey_id and m.kind = own.kind)
join rpt.source as c on c.source_id = m.source_id
left join rpt.question as q on q.question_key = m.question_key
left join rpt.survey as s on s.survey_id = m.survey_id
where own.measure_id = @id
  and (m.measure_key = own.measure_key
    or m.question_key = own.question_key
    or q.replaces_key is not null
    or exists (select 1 from rpt.question as r where r.replaces_key = q.question_key))
order by m.sort_order, m.measure_id;

select p.measure_key as MeasureKey,
       p.scope as Scope,
       p.period as Period,
       p.named as Named,
       p.figures as Figures
from rpt.measure as m
join rpt.measure_period as p on p.measure_key = m.measure_key
where m.measure_id = @id
  and p.scope in ('unit', 'municipality')
order by p.period desc, p.scope;

select k.municipality_code as Code, k.name as Name, k.is_sample as IsSample
from rpt.municipality as k
where k.municipality_code = @municipality
   or k.municipality_code in (
     select coalesce(u.municipality_code, s.municipality_code)
     from rpt.measure as m
     join rpt.measure_subject as x on x.measure_key = m.measure_key
     join rpt.subject as s on s.subject_key = x.subject_key
     left join rpt.unit as u on u.unit_id = s.unit_id
     where m.measure_id = @id
       and s.scope in ('unit', 'municipality')
       and exists (select 1 from rpt.observation as o where o.subject_key = x.subject_key and o.measure_key = x.measure_key))
order by k.sort_key, k.municipality_code;
