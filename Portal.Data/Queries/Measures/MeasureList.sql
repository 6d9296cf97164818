-- Everything that is measured: the service areas to narrow by, the measures, where they belong, and how many units and
-- municipalities have a figure each year.
-- In: @serviceArea (null: all).
select a.service_area_id as Id, a.name as Name
from rpt.service_area as a
where a.service_area_id = @serviceArea
   or exists (select 1 from rpt.measure as m where m.service_area_id = a.service_area_id)
order by a.sort_order, a.service_area_id;

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
from rpt.measure as m
join rpt.source as c on c.source_id = m.source_id
left join rpt.service_area as a on a.service_area_id = m.service_area_id
left join rpt.question as q on q.question_key = m.question_key
left join rpt.survey as s on s.survey_id = m.survey_id
where @serviceArea is null or m.service_area_id = @serviceArea
order by coalesce(a.sort_order, 1000000), a.service_area_id, case when s.survey_id is null then 1 else 0 end, s.name, s.survey_id,
         c.name, c.source_id, m.is_headline desc, coalesce(q.area_order, 0), coalesce(q.sort_order, 0), m.sort_order, m.measure_id;

select m.measure_key as MeasureKey,
       a.service_area_id as ServiceAreaId,
       a.name as ServiceAreaName,
       a.unit_word as UnitWord,
       c.is_sample as IsSample
from rpt.measure as m
join rpt.source as c on c.source_id = m.source_id
left join rpt.service_area as a on a.service_area_id = m.service_area_id
where @serviceArea is null or m.service_area_id = @serviceArea;

select p.measure_key as MeasureKey,
       p.scope as Scope,
       p.period as Period,
       p.named as Named,
       p.figures as Figures
from rpt.measure as m
join rpt.measure_period as p on p.measure_key = m.measure_key
where p.scope in ('unit', 'municipality')
  and (@serviceArea is null or m.service_area_id = @serviceArea);
