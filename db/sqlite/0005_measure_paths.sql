-- The way to figures from a measure's side. The loader drops rpt. and writes stg.x as stg_x.

-- The subjects that have ever had a figure of a measure.
create table rpt.measure_subject (
  measure_key integer not null,
  subject_key integer not null,
  primary key (measure_key, subject_key),
  foreign key (measure_key) references rpt.measure (measure_key),
  foreign key (subject_key) references rpt.subject (subject_key)
) without rowid, strict;
insert into rpt.measure_subject (measure_key, subject_key)
select distinct o.measure_key, o.subject_key
from rpt.observation_version as o;

-- How many subjects of a scope a source names in a year, all sexes together (named), and how many of them have a figure
-- that is shown (figures).
create table rpt.measure_period (
  measure_key integer not null,
  scope text not null,
  period integer not null,
  named integer not null check (named > 0),
  figures integer not null,
  edition_number integer not null,
  primary key (measure_key, scope, period),
  foreign key (measure_key) references rpt.measure (measure_key),
  check (figures between 0 and named)
) without rowid, strict;
insert into rpt.measure_period (measure_key, scope, period, named, figures, edition_number)
select o.measure_key, s.scope, o.period, count(*), count(o.value), max(o.edition_number)
from rpt.observation_version as o
join rpt.subject as s on s.subject_key = o.subject_key
where o.is_past = 0
  and o.sex = 'T'
group by o.measure_key, s.scope, o.period;

create table rpt.measure_period_past (
  measure_key integer not null,
  scope text not null,
  period integer not null,
  named integer not null,
  figures integer not null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (measure_key, scope, period, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;
