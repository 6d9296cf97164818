-- Every version of the rows of rpt.municipality: from which edition, and until which it held (0: it still holds).
select t.municipality_code, t.name, t.sort_key, t.search_name, t.county_code, t.county_name, t.population, t.population_date, t.is_sample, t.source_id, t.edition_number, 0 as until_edition
from rpt.municipality as t
union all
select p.municipality_code, p.name, p.sort_key, p.search_name, p.county_code, p.county_name, p.population, p.population_date, p.is_sample, p.source_id, p.edition_number, p.until_edition
from rpt.municipality_past as p
