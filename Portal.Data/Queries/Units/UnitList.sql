-- Units with their newest overall figure and its passport, in the order that the reader chose.
-- In: @fromMunicipality and @toMunicipality (the same code, or the lowest and highest there can be), @serviceArea and
-- @ownership (null: all), @searches (1 where there are words) and @word1 to @word8 (like patterns that all hold in one
-- and the same name of the unit), @order (name, result, respondents), @first and @last (places in the order, from 1).
-- Units that no register lists any longer are found by name only.
with scored as (
  -- Empty, and read at no cost, unless the order asks for figures. Shares and means meet as parts of their scales;
  -- a figure in doubt is no ground for a place.
  select h.unit_id,
         h.measure_key,
         h.respondents,
         case
           when h.value is null or h.is_doubtful = 1 then null
           when m.kind = 'share' then iif(m.better = 'lower', 100 - h.value, h.value) / 100
           when m.high > m.low then iif(m.better = 'lower', m.high - h.value, h.value - m.low) / (m.high - m.low)
         end as score
  from rpt.headline as h
  join rpt.measure as m on m.measure_key = h.measure_key
  where @order <> 'name'
),
ranked as (
  select u.unit_id,
         row_number() over (
           order by case @order when 'result' then s.score when 'respondents' then cast(s.respondents as float) end desc,
                    u.sort_key,
                    u.unit_id) as position,
         count(*) over () as total,
         min(s.measure_key) over () as lowest_measure,
         max(s.measure_key) over () as highest_measure
  from rpt.unit as u
  left join scored as s on s.unit_id = u.unit_id
  where u.municipality_code between @fromMunicipality and @toMunicipality
    and (@serviceArea is null or u.service_area_id = @serviceArea)
    and (@ownership is null or u.ownership = @ownership)
    and (u.is_listed = 1 or @searches = 1)
    and (@searches = 0 or u.unit_id in (
      select n.unit_id
      from (
        select unit_id, search_name from rpt.unit
        union all
        select unit_id, search_name from rpt.unit_alias
      ) as n
      where n.search_name like @word1
        and n.search_name like @word2
        and n.search_name like @word3
        and n.search_name like @word4
        and n.search_name like @word5
        and n.search_name like @word6
        and n.search_name like @word7
        and n.search_name like @word8))
),
page as (
  select unit_id, position, total, iif(lowest_measure <> highest_measure, 1, 0) as is_mixed
  from ranked
  where position between @first and @last
),
figure as (
  select h.unit_id, h.subject_key, h.measure_key, h.period, h.state, h.value, h.respondents, h.invited, h.response_rate, h.is_doubtful
  from page as p
  -- Crossed, so that SQLite starts from the page and not from all headlines.
  cross join rpt.headline as h
  where h.unit_id = p.unit_id
)
select p.total as Total,
       p.is_mixed as IsMixed,
       'unit' as Scope,
       u.unit_id as SubjectId,
       u.name as SubjectName,
       u.municipality_code as MunicipalityCode,
       k.name as MunicipalityName,
       k.is_sample as IsSample,
       u.service_area_id as ServiceAreaId,
       a.name as ServiceAreaName,
       u.ownership as Ownership,
       r.name as ProviderName,
       u.address as Address,
       u.postal_code as PostalCode,
       u.is_listed as IsListed,
       s.survey_id as SurveyId,
       s.name as SurveyName,
       s.asked as Asked,
       q.area as Area,
       q.question_id as QuestionId,
       q.wording as Wording,
       m.measure_id as MeasureId,
       m.name as MeasureName,
       m.kind as Kind,
       m.unit as Unit,
       m.decimals as Decimals,
       m.better as Better,
       m.low as ScaleLow,
       m.high as ScaleHigh,
       m.derivation as Derivation,
       m.period_kind as PeriodKind,
       f.period as Period,
       (select max(n.period) from rpt.survey_round as n where n.survey_id = m.survey_id) as NewestRound,
       f.state as State,
       f.value as Value,
       f.respondents as Respondents,
       f.invited as Invited,
       f.response_rate as ResponseRate,
       f.is_doubtful as IsDoubtful,
       o.is_derived as IsDerived,
       o.edition_number as EditionNumber,
       d.published_on as PublishedOn,
       e.read_at as FetchedAt,
       c.source_id as SourceId,
       c.name as SourceName,
       c.credit as Credit,
       c.licence as Licence
from page as p
join rpt.unit as u on u.unit_id = p.unit_id
join rpt.municipality as k on k.municipality_code = u.municipality_code
join rpt.service_area as a on a.service_area_id = u.service_area_id
left join rpt.provider as r on r.provider_id = u.provider_id
left join figure as f on f.unit_id = p.unit_id
left join rpt.observation as o
  on o.subject_key = f.subject_key and o.measure_key = f.measure_key and o.period = f.period and o.sex = 'T'
left join rpt.measure as m on m.measure_key = f.measure_key
left join rpt.question as q on q.question_key = m.question_key
left join rpt.survey as s on s.survey_id = m.survey_id
left join rpt.survey_round as d on d.survey_id = m.survey_id and d.period = f.period
left join rpt.source as c on c.source_id = m.source_id
left join rpt.edition_source as e on e.edition_number = o.edition_number and e.source_id = m.source_id
order by p.position;
