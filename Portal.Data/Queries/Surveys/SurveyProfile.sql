-- One survey: itself, what its rounds rest on, its questions with the rounds they were asked in, and what is measured of them.
-- In: @id.
select s.survey_id as SurveyId,
       s.name as Name,
       s.asked as Asked,
       s.description as Description,
       s.respondent_floor as RespondentFloor,
       s.rate_floor as RateFloor,
       s.answer_floor as AnswerFloor,
       a.service_area_id as ServiceAreaId,
       a.name as ServiceAreaName,
       k.municipality_code as MunicipalityCode,
       k.name as MunicipalityName,
       c.source_id as SourceId,
       c.name as SourceName,
       c.publisher as Publisher,
       c.credit as Credit,
       c.licence as Licence,
       c.licence_address as LicenceAddress,
       c.address as SourceAddress,
       c.cadence as Cadence,
       c.is_sample as IsSample
from rpt.survey as s
join rpt.service_area as a on a.service_area_id = s.service_area_id
join rpt.source as c on c.source_id = s.source_id
left join rpt.municipality as k on k.municipality_code = s.municipality_code
where s.survey_id = @id;

select r.survey_id as SurveyId,
       r.period as Period,
       r.name as Name,
       r.asked_from as AskedFrom,
       r.asked_to as AskedTo,
       r.published_on as PublishedOn,
       r.is_preliminary as IsPreliminary,
       count(n.unit_id) as Units,
       count(distinct u.municipality_code) as Municipalities,
       coalesce(sum(n.is_shown), 0) as UnitsShown,
       count(n.respondents) as UnitsWithRespondents,
       sum(n.respondents) as AllRespondents,
       sum(iif(n.respondents is not null and n.invited is not null, 1, 0)) as UnitsCounted,
       sum(iif(n.invited is not null, n.respondents, null)) as Respondents,
       sum(iif(n.respondents is not null, n.invited, null)) as Invited,
       count(n.response_rate) as UnitsWithRate,
       min(n.response_rate) as LowestRate,
       max(n.response_rate) as HighestRate
from rpt.survey_round as r
left join rpt.round_unit as n on n.survey_id = r.survey_id and n.period = r.period
left join rpt.unit as u on u.unit_id = n.unit_id
where r.survey_id = @id
group by r.survey_id, r.period, r.name, r.asked_from, r.asked_to, r.published_on, r.is_preliminary
order by r.period desc;

select q.question_key as QuestionKey,
       q.question_id as QuestionId,
       q.area as Area,
       q.wording as Wording,
       f.name as FactorName,
       q.replaces_key as ReplacesKey
from rpt.question as q
left join rpt.quality_factor as f on f.quality_factor_id = q.quality_factor_id
where q.survey_id = @id
order by q.area_order, q.sort_order, q.question_id;

select r.question_key as QuestionKey,
       r.period as Period
from rpt.question_round as r
join rpt.question as q on q.question_key = r.question_key
where q.survey_id = @id
order by r.question_key, r.period;

select m.measure_id as MeasureId,
       m.question_key as QuestionKey,
       m.name as Name,
       m.kind as Kind,
       m.high as ScaleHigh,
       m.is_headline as IsHeadline
from rpt.measure as m
where m.survey_id = @id
order by m.sort_order, m.measure_id;
