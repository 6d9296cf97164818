-- One measure over all units and municipalities: every year in short, every figure of one year, the rows to list of it,
-- the picked units whether measured or not, and the survey's round.
-- In: @measure (its key), @chain (its key and those of the measures whose place it took), @period, @municipality (code,
-- whose units are asked for; null: all), @picked (unit ids), @order (name, result, respondents), @first and @last (units'
-- places in the order, from 1).
with certain as (
  select o.measure_key,
         s.scope,
         o.period,
         o.value,
         row_number() over (partition by o.measure_key, s.scope, o.period order by o.value, o.subject_key) as place,
         count(*) over (partition by o.measure_key, s.scope, o.period) as figures
  from rpt.measure_subject as x
  join rpt.subject as s on s.subject_key = x.subject_key
  join rpt.observation as o on o.subject_key = x.subject_key and o.measure_key = x.measure_key
  left join rpt.unit as u on u.unit_id = s.unit_id
  where x.measure_key in @chain
    and s.scope in ('unit', 'municipality')
    and o.sex = 'T'
    and o.value is not null
    and o.is_doubtful = 0
    and (@municipality is null or s.scope = 'municipality' or u.municipality_code = @municipality)
)
select c.measure_key as MeasureKey,
       c.scope as Scope,
       c.period as Period,
       max(c.figures) as Figures,
       min(c.value) as Low,
       -- Whole numbers: the middle one twice, or the two in the middle.
       avg(case when c.place in ((c.figures + 1) / 2, (c.figures + 2) / 2) then c.value end) as Median,
       max(c.value) as High
from certain as c
group by c.measure_key, c.scope, c.period
order by c.period desc, c.scope, c.measure_key;

select s.scope as Scope,
       o.state as State,
       o.value as Value,
       o.is_doubtful as IsDoubtful,
       o.edition_number as EditionNumber
from rpt.measure_subject as x
join rpt.subject as s on s.subject_key = x.subject_key
join rpt.observation as o on o.subject_key = x.subject_key and o.measure_key = x.measure_key
left join rpt.unit as u on u.unit_id = s.unit_id
where x.measure_key = @measure
  and s.scope in ('unit', 'municipality')
  and o.period = @period
  and o.sex = 'T'
  and (@municipality is null or s.scope = 'municipality' or u.municipality_code = @municipality)
order by o.value, o.subject_key;

with listed as (
  select s.subject_key,
         k.municipality_code,
         k.name as municipality_name,
         k.is_sample,
         u.ownership,
         row_number() over (
           partition by s.scope
           order by case @order
                      when 'result' then iif(o.is_doubtful = 1, null, iif(m.better = 'lower', -o.value, o.value))
                      when 'respondents' then cast(o.respondents as float)
                    end desc,
                    coalesce(u.sort_key, k.sort_key),
                    s.subject_id) as position
  from rpt.measure_subject as x
  join rpt.subject as s on s.subject_key = x.subject_key
  join rpt.observation as o on o.subject_key = x.subject_key and o.measure_key = x.measure_key
  join rpt.measure as m on m.measure_key = o.measure_key
  left join rpt.unit as u on u.unit_id = s.unit_id
  left join rpt.municipality as k on k.municipality_code = coalesce(u.municipality_code, s.municipality_code)
  where x.measure_key = @measure
    and s.scope in ('unit', 'municipality', 'country')
    and o.period = @period
    and o.sex = 'T'
    and (@municipality is null or s.scope <> 'unit' or u.municipality_code = @municipality)
)
select s.subject_key as SubjectKey,
       s.scope as Scope,
       s.subject_id as SubjectId,
       s.name as SubjectName,
       l.municipality_code as MunicipalityCode,
       l.municipality_name as MunicipalityName,
       l.ownership as Ownership,
       coalesce(l.is_sample, 0) as IsSample,
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
from listed as l
join rpt.subject as s on s.subject_key = l.subject_key
join rpt.observation as o
  on o.subject_key = l.subject_key and o.measure_key = @measure and o.period = @period and o.sex = 'T'
join rpt.measure as m on m.measure_key = o.measure_key
left join rpt.survey_round as d on d.survey_id = m.survey_id and d.period = o.period
left join rpt.edition_source as e on e.edition_number = o.edition_number and e.source_id = m.source_id
where s.scope <> 'unit' or l.position between @first and @last
order by case s.scope when 'unit' then 1 when 'municipality' then 2 else 3 end, l.position;

select s.subject_key as SubjectKey,
       s.scope as Scope,
       s.subject_id as SubjectId,
       s.name as SubjectName,
       k.municipality_code as MunicipalityCode,
       k.name as MunicipalityName,
       u.ownership as Ownership,
       k.is_sample as IsSample,
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
from rpt.unit as u
join rpt.subject as s on s.unit_id = u.unit_id and s.scope = 'unit'
join rpt.municipality as k on k.municipality_code = u.municipality_code
left join rpt.observation as o
  on o.subject_key = s.subject_key and o.measure_key = @measure and o.period = @period and o.sex = 'T'
left join rpt.measure as m on m.measure_key = o.measure_key
left join rpt.survey_round as d on d.survey_id = m.survey_id and d.period = o.period
left join rpt.edition_source as e on e.edition_number = o.edition_number and e.source_id = m.source_id
where u.unit_id in @picked;

select d.name as Name, d.published_on as PublishedOn, d.is_preliminary as IsPreliminary
from rpt.measure as m
join rpt.survey_round as d on d.survey_id = m.survey_id
where m.measure_key = @measure
  and d.period = @period;
