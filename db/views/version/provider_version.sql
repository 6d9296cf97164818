-- Every version of the rows of rpt.provider: from which edition, and until which it held (0: it still holds).
select t.provider_id, t.name, t.sort_key, t.search_name, t.ownership, t.organisation_number, t.source_id, t.edition_number, 0 as until_edition
from rpt.provider as t
union all
select p.provider_id, p.name, p.sort_key, p.search_name, p.ownership, p.organisation_number, p.source_id, p.edition_number, p.until_edition
from rpt.provider_past as p
