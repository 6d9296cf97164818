-- Every version of the rows of rpt.source: from which edition, and until which it held (0: it still holds).
select t.source_id, t.name, t.publisher, t.credit, t.licence, t.licence_address, t.address, t.cadence, t.is_sample, t.edition_number, 0 as until_edition
from rpt.source as t
union all
select p.source_id, p.name, p.publisher, p.credit, p.licence, p.licence_address, p.address, p.cadence, p.is_sample, p.edition_number, p.until_edition
from rpt.source_past as p
