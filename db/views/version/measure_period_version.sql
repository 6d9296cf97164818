-- Every version of the rows of rpt.measure_period: from which edition, and until which it held (0: it still holds).
select t.measure_key, t.scope, t.period, t.named, t.figures, t.edition_number, 0 as until_edition
from rpt.measure_period as t
union all
select p.measure_key, p.scope, p.period, p.named, p.figures, p.edition_number, p.until_edition
from rpt.measure_period_past as p
