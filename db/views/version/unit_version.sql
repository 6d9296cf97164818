-- Every version of the rows of rpt.unit: from which edition, and until which it held (0: it still holds).
select t.unit_id, t.municipality_code, t.service_area_id, t.provider_id, t.ownership, t.name, t.sort_key, t.search_name, t.address, t.postal_code, t.latitude, t.longitude, t.is_listed, t.headline_measure_key, t.headline_period, t.source_id, t.edition_number, 0 as until_edition
from rpt.unit as t
union all
select p.unit_id, p.municipality_code, p.service_area_id, p.provider_id, p.ownership, p.name, p.sort_key, p.search_name, p.address, p.postal_code, p.latitude, p.longitude, p.is_listed, p.headline_measure_key, p.headline_period, p.source_id, p.edition_number, p.until_edition
from rpt.unit_past as p
