-- Ids that several sources know units by. The loader drops rpt. and writes stg.x as stg_x.

-- Whose ids an outside id is one of, such as skolenhetskod: two sources with the same id of the same scheme mean one
-- unit. Null: the ids are the source's own.
alter table rpt.unit_outside_id add column id_scheme text null;
alter table stg.unit_outside_id add column id_scheme text null;
alter table rpt.unit_outside_id_past add column id_scheme text null;
