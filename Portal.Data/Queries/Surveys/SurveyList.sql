-- All surveys by service area and name, and what their rounds rest on.
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
order by a.sort_order, a.service_area_id, s.name, s.survey_id;

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
group by r.survey_id, r.period, r.name, r.asked_from, r.asked_to, r.published_on, r.is_preliminary
order by r.survey_id, r.period desc;
