-- One municipality: its facts, groups, units by service area, and its own newest figures with the
-- country's for the same period.
-- In: @code.
select m.municipality_code as Code,
       m.name              as Name,
       m.county_name       as CountyName,
       m.population        as Population,
       m.population_date   as PopulationDate,
       m.is_sample         as IsSample,
       s.credit            as Credit,
       s.licence           as Licence
from rpt.municipality as m
join rpt.source as s on s.source_id = m.source_id
where m.municipality_code = @code;

-- Groups that the municipality belongs to with others; those drawn up for one municipality alone are suggestions.
select g.group_id as Id,
       g.name     as Name,
       g.kind     as Kind,
       c.members  as Members
from rpt.municipality_group as g
join rpt.municipality_group_member as own on own.group_id = g.group_id and own.municipality_code = @code
join (
  select mm.group_id, count(mm.municipality_code) as members
  from rpt.municipality_group_member as mm
  group by mm.group_id
) as c on c.group_id = g.group_id
where g.of_municipality_code is null
order by case g.kind when 'county' then 1 when 'skr' then 2 else 3 end, g.sort_key, g.group_id;

select a.service_area_id as Id,
       a.name            as Name,
       count(u.unit_id)  as Units
from rpt.unit as u
join rpt.service_area as a on a.service_area_id = u.service_area_id
where u.municipality_code = @code
  and u.is_listed = 1
group by a.service_area_id, a.name, a.sort_order
order by a.sort_order, a.service_area_id;

-- A year in which the question was not put (state 3) counts only where there is no other.
with own as (
  select s.subject_key, o.measure_key, coalesce(max(iif(o.state = 3, null, o.period)), max(o.period)) as period
  from rpt.subject as s
  join rpt.observation as o on o.subject_key = s.subject_key
  where s.scope = 'municipality'
    and s.subject_id = @code
  group by s.subject_key, o.measure_key
),
picked as (
  select own.subject_key, own.measure_key, own.period
  from own
  union all
  select s.subject_key, own.measure_key, own.period
  from own
  join rpt.subject as s on s.scope = 'country'
)
select s.scope           as Scope,
       s.subject_id      as SubjectId,
       s.name            as SubjectName,
       a.name            as ServiceArea,
       sv.survey_id      as SurveyId,
       sv.name           as SurveyName,
       sv.asked          as Asked,
       q.area            as Area,
       q.question_id     as QuestionId,
       q.wording         as Wording,
       m.measure_id      as MeasureId,
       m.name            as MeasureName,
       m.is_headline     as IsHeadline,
       m.kind            as Kind,
       m.unit            as Unit,
       m.decimals        as Decimals,
       m.low             as ScaleLow,
       m.high            as ScaleHigh,
       m.derivation      as Derivation,
       m.period_kind     as PeriodKind,
       o.period          as Period,
       o.sex             as Sex,
       o.state           as State,
       o.value           as Value,
       o.respondents     as Respondents,
       o.invited         as Invited,
       o.response_rate   as ResponseRate,
       o.is_derived      as IsDerived,
       o.is_doubtful     as IsDoubtful,
       r.published_on    as PublishedOn,
       e.read_at         as FetchedAt,
       o.edition_number  as EditionNumber,
       c.source_id       as SourceId,
       c.name            as SourceName,
       c.credit          as Credit,
       c.licence         as Licence
from picked as p
-- Crossed, so that SQLite looks up what is picked and does not read all figures.
cross join rpt.observation as o
join rpt.subject as s on s.subject_key = o.subject_key
join rpt.measure as m on m.measure_key = o.measure_key
join rpt.source as c on c.source_id = m.source_id
left join rpt.service_area as a on a.service_area_id = m.service_area_id
left join rpt.survey as sv on sv.survey_id = m.survey_id
left join rpt.question as q on q.question_key = m.question_key
left join rpt.survey_round as r on r.survey_id = m.survey_id and r.period = o.period
left join rpt.edition_source as e on e.edition_number = o.edition_number and e.source_id = m.source_id
where o.subject_key = p.subject_key
  and o.measure_key = p.measure_key
  and o.period = p.period
order by case when sv.survey_id is null then 1 else 0 end, coalesce(a.sort_order, 1000000), sv.name, sv.survey_id,
         m.is_headline desc, coalesce(q.area_order, 0), coalesce(q.sort_order, 0), m.sort_order, m.measure_id,
         case s.scope when 'municipality' then 1 else 2 end, case o.sex when 'T' then 1 when 'K' then 2 else 3 end;
