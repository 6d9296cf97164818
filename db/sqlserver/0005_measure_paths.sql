-- The way to figures from a measure's side. SQL Server 2019 and later, Azure SQL.

-- The subjects that have ever had a figure of a measure.
create table rpt.measure_subject (
  measure_key int not null,
  subject_key int not null,
  constraint pk_measure_subject primary key clustered (measure_key, subject_key),
  constraint fk_measure_subject_measure_key foreign key (measure_key) references rpt.measure (measure_key),
  constraint fk_measure_subject_subject_key foreign key (subject_key) references rpt.subject (subject_key)
);
go
insert into rpt.measure_subject (measure_key, subject_key)
select distinct o.measure_key, o.subject_key
from rpt.observation_version as o;
go

-- How many subjects of a scope a source names in a year, all sexes together (named), and how many of them have a figure
-- that is shown (figures).
create table rpt.measure_period (
  measure_key int not null,
  scope nvarchar(12) collate Latin1_General_100_BIN2 not null,
  period int not null,
  named int not null,
  figures int not null,
  edition_number int not null,
  constraint pk_measure_period primary key clustered (measure_key, scope, period),
  constraint fk_measure_period_measure_key foreign key (measure_key) references rpt.measure (measure_key),
  constraint ck_measure_period_named check (named > 0),
  constraint ck_measure_period_figures check (figures between 0 and named)
);
go
insert into rpt.measure_period (measure_key, scope, period, named, figures, edition_number)
select o.measure_key, s.scope, o.period, count(*), count(o.value), max(o.edition_number)
from rpt.observation_version as o
join rpt.subject as s on s.subject_key = o.subject_key
where o.is_past = 0
  and o.sex = 'T'
group by o.measure_key, s.scope, o.period;
go

create table rpt.measure_period_past (
  measure_key int not null,
  scope nvarchar(12) collate Latin1_General_100_BIN2 not null,
  period int not null,
  named int not null,
  figures int not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_measure_period_past primary key clustered (measure_key, scope, period, until_edition),
  constraint ck_measure_period_past_until_edition check (until_edition > edition_number)
);
go
