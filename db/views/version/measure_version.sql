-- Every version of the rows of rpt.measure: from which edition, and until which it held (0: it still holds).
select t.measure_key, t.measure_id, t.question_key, t.survey_id, t.service_area_id, t.name, t.kind, t.unit, t.decimals, t.better, t.low, t.high, t.period_kind, t.is_headline, t.derivation, t.sort_order, t.source_id, t.description, t.discontinued_after, t.published_period, t.preliminary_on, t.published_on, t.edition_number, 0 as until_edition
from rpt.measure as t
union all
select p.measure_key, p.measure_id, p.question_key, p.survey_id, p.service_area_id, p.name, p.kind, p.unit, p.decimals, p.better, p.low, p.high, p.period_kind, p.is_headline, p.derivation, p.sort_order, p.source_id, p.description, p.discontinued_after, p.published_period, p.preliminary_on, p.published_on, p.edition_number, p.until_edition
from rpt.measure_past as p
