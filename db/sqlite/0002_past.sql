-- The past of every reporting table, for SQLite: what a row said before an edition changed it. An edition n is read as the
-- rows with edition_number at most n and until_edition 0 (it still holds) or above n. See db/views/version.

-- The source's own words on a measure; the last year of a discontinued one; the period that the source published last, and
-- the days when that became preliminary and final.
alter table rpt.measure add column description text null;
alter table rpt.measure add column discontinued_after integer null;
alter table rpt.measure add column published_period integer null;
alter table rpt.measure add column preliminary_on text null;
alter table rpt.measure add column published_on text null;
alter table stg.measure add column description text null;
alter table stg.measure add column discontinued_after integer null;
alter table stg.measure add column published_period integer null;
alter table stg.measure add column preliminary_on text null;
alter table stg.measure add column published_on text null;

-- response_rate_high is the upper end where the source gives a band (response_rate is then the lower). margin is half the width
-- of the source's own interval, in the value's unit. origin_period is the year that a repeated value was measured: the row
-- has then no value of its own. is_approximate means "about", as the source says it.
alter table stg.observation add column response_rate_high real null;
alter table stg.observation add column margin real null;
alter table stg.observation add column origin_period integer null;
alter table stg.observation add column is_approximate integer not null default 0 check (is_approximate in (0, 1));

-- Which units and municipalities each file of a source held when it was last published: a source whose files hold whole subjects
-- reads only those that are other than then. Kept between nights; when it is empty everything is read.
create table stg.part (
  source_id text not null,
  file_name text not null,
  subject_key integer not null,
  primary key (source_id, file_name, subject_key)
) without rowid, strict;

-- The subjects of tonight's files, where a source has read only a part of them. Emptied every night.
create table stg.read_subject (
  source_number integer not null,
  subject_key integer not null,
  primary key (source_number, subject_key)
) without rowid, strict;

-- What a delivery rests on besides its files of figures: the program, the profile, the sources before it. Null in older nights.
alter table rpt.night_source add column basis_hash text null;

-- What has happened to a unit, with its day where the source tells: another name, joined with or parted from another, closed.
create table rpt.unit_event (
  unit_id text not null,
  event_id text not null,
  kind text not null,
  happened_on text null,
  old_name text null,
  new_name text null,
  other_unit_id text null,
  source_id text not null,
  edition_number integer not null default 0,
  primary key (unit_id, event_id),
  foreign key (unit_id) references rpt.unit (unit_id),
  foreign key (other_unit_id) references rpt.unit (unit_id),
  foreign key (source_id) references rpt.source (source_id),
  check (kind in ('renamed', 'merged', 'split', 'closed', 'moved'))
) without rowid, strict;

-- The night's picture of rpt.unit_event.
create table stg.unit_event (
  unit_id text not null,
  event_id text not null,
  kind text not null,
  happened_on text null,
  old_name text null,
  new_name text null,
  other_unit_id text null,
  source_id text not null,
  primary key (unit_id, event_id)
) without rowid, strict;

alter table rpt.source add column edition_number integer not null default 0;
-- What rows of rpt.source said from edition_number until until_edition.
create table rpt.source_past (
  source_id text not null,
  name text not null,
  publisher text not null,
  credit text not null,
  licence text null,
  licence_address text null,
  address text null,
  cadence text null,
  is_sample integer not null check (is_sample in (0, 1)),
  edition_number integer not null,
  until_edition integer not null,
  primary key (source_id, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.municipality add column edition_number integer not null default 0;
-- What rows of rpt.municipality said from edition_number until until_edition.
create table rpt.municipality_past (
  municipality_code text not null,
  name text not null,
  sort_key text not null,
  search_name text not null,
  county_code text null,
  county_name text null,
  population integer null,
  population_date text null,
  is_sample integer not null check (is_sample in (0, 1)),
  source_id text not null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (municipality_code, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.municipality_neighbour add column edition_number integer not null default 0;
-- What rows of rpt.municipality_neighbour said from edition_number until until_edition.
create table rpt.municipality_neighbour_past (
  municipality_code text not null,
  neighbour_code text not null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (municipality_code, neighbour_code, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.municipality_group add column edition_number integer not null default 0;
-- What rows of rpt.municipality_group said from edition_number until until_edition.
create table rpt.municipality_group_past (
  group_id text not null,
  name text not null,
  sort_key text not null,
  kind text not null,
  of_municipality_code text null,
  period integer null,
  source_id text not null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (group_id, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.municipality_group_member add column edition_number integer not null default 0;
-- What rows of rpt.municipality_group_member said from edition_number until until_edition.
create table rpt.municipality_group_member_past (
  group_id text not null,
  municipality_code text not null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (group_id, municipality_code, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.service_area add column edition_number integer not null default 0;
-- What rows of rpt.service_area said from edition_number until until_edition.
create table rpt.service_area_past (
  service_area_id text not null,
  name text not null,
  unit_word text not null,
  sort_order integer not null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (service_area_id, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.provider add column edition_number integer not null default 0;
-- What rows of rpt.provider said from edition_number until until_edition.
create table rpt.provider_past (
  provider_id text not null,
  name text not null,
  sort_key text not null,
  search_name text not null,
  ownership text null,
  organisation_number text null,
  source_id text not null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (provider_id, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.quality_factor add column edition_number integer not null default 0;
-- What rows of rpt.quality_factor said from edition_number until until_edition.
create table rpt.quality_factor_past (
  quality_factor_id text not null,
  name text not null,
  sort_order integer not null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (quality_factor_id, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.survey add column edition_number integer not null default 0;
-- What rows of rpt.survey said from edition_number until until_edition.
create table rpt.survey_past (
  survey_id text not null,
  name text not null,
  service_area_id text not null,
  municipality_code text null,
  asked text not null,
  description text null,
  respondent_floor integer not null,
  rate_floor real null,
  answer_floor integer null,
  source_id text not null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (survey_id, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.survey_round add column edition_number integer not null default 0;
-- What rows of rpt.survey_round said from edition_number until until_edition.
create table rpt.survey_round_past (
  survey_id text not null,
  period integer not null,
  name text not null,
  asked_from text null,
  asked_to text null,
  published_on text null,
  is_preliminary integer not null check (is_preliminary in (0, 1)),
  edition_number integer not null,
  until_edition integer not null,
  primary key (survey_id, period, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.answer_scale add column edition_number integer not null default 0;
-- What rows of rpt.answer_scale said from edition_number until until_edition.
create table rpt.answer_scale_past (
  scale_id text not null,
  name text not null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (scale_id, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.answer_option add column edition_number integer not null default 0;
-- What rows of rpt.answer_option said from edition_number until until_edition.
create table rpt.answer_option_past (
  scale_id text not null,
  answer integer not null,
  label text not null,
  score real null,
  is_positive integer not null check (is_positive in (0, 1)),
  edition_number integer not null,
  until_edition integer not null,
  primary key (scale_id, answer, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.question add column edition_number integer not null default 0;
-- What rows of rpt.question said from edition_number until until_edition.
create table rpt.question_past (
  question_key integer not null,
  question_id text not null,
  survey_id text not null,
  area text not null,
  area_order integer not null,
  sort_order integer not null,
  wording text not null,
  quality_factor_id text null,
  scale_id text null,
  replaces_key integer null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (question_key, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.question_round add column edition_number integer not null default 0;
-- What rows of rpt.question_round said from edition_number until until_edition.
create table rpt.question_round_past (
  question_key integer not null,
  period integer not null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (question_key, period, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.measure add column edition_number integer not null default 0;
-- What rows of rpt.measure said from edition_number until until_edition.
create table rpt.measure_past (
  measure_key integer not null,
  measure_id text not null,
  question_key integer null,
  survey_id text null,
  service_area_id text null,
  name text not null,
  kind text not null,
  unit text not null,
  decimals integer not null,
  better text not null,
  low real null,
  high real null,
  period_kind text not null,
  is_headline integer not null check (is_headline in (0, 1)),
  derivation text null,
  sort_order integer not null,
  source_id text not null,
  description text null,
  discontinued_after integer null,
  published_period integer null,
  preliminary_on text null,
  published_on text null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (measure_key, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.unit add column edition_number integer not null default 0;
-- What rows of rpt.unit said from edition_number until until_edition.
create table rpt.unit_past (
  unit_id text not null,
  municipality_code text not null,
  service_area_id text not null,
  provider_id text null,
  ownership text null,
  name text not null,
  sort_key text not null,
  search_name text not null,
  address text null,
  postal_code text null,
  latitude real null,
  longitude real null,
  is_listed integer not null check (is_listed in (0, 1)),
  headline_measure_key integer null,
  headline_period integer null,
  source_id text not null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (unit_id, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.unit_alias add column edition_number integer not null default 0;
-- What rows of rpt.unit_alias said from edition_number until until_edition.
create table rpt.unit_alias_past (
  unit_id text not null,
  name text not null,
  search_name text not null,
  source_id text not null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (unit_id, name, source_id, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.unit_outside_id add column edition_number integer not null default 0;
-- What rows of rpt.unit_outside_id said from edition_number until until_edition.
create table rpt.unit_outside_id_past (
  source_id text not null,
  outside_id text not null,
  unit_id text not null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (source_id, outside_id, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

alter table rpt.subject add column edition_number integer not null default 0;
-- What rows of rpt.subject said from edition_number until until_edition.
create table rpt.subject_past (
  subject_key integer not null,
  scope text not null,
  subject_id text not null,
  name text not null,
  unit_id text null,
  municipality_code text null,
  group_id text null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (subject_key, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

-- What rows of rpt.unit_event said from edition_number until until_edition.
create table rpt.unit_event_past (
  unit_id text not null,
  event_id text not null,
  kind text not null,
  happened_on text null,
  old_name text null,
  new_name text null,
  other_unit_id text null,
  source_id text not null,
  edition_number integer not null,
  until_edition integer not null,
  primary key (unit_id, event_id, until_edition),
  check (until_edition > edition_number)
) without rowid, strict;

-- One version of a figure: a measure for a subject in a period for a sex (T all, K women and girls, M men and boys). Those of a
-- subject that still hold (is_past 0) lie together, before its past ones, by the key that pages read by. A figure that is not shown has no
-- value. response_rate is per cent; is_derived is the portal's own calculation; is_doubtful means that the source contradicts
-- itself; edition_number is the edition that made it so, until_edition the one that made it other (0: it still holds).
create table rpt.observation_version (
  is_past integer not null check (is_past in (0, 1)),
  subject_key integer not null,
  measure_key integer not null,
  period integer not null,
  sex text not null,
  edition_number integer not null,
  until_edition integer not null,
  state integer not null,
  value real null,
  respondents integer null,
  invited integer null,
  response_rate real null,
  response_rate_high real null,
  margin real null,
  origin_period integer null,
  is_derived integer not null check (is_derived in (0, 1)),
  is_doubtful integer not null check (is_doubtful in (0, 1)),
  is_approximate integer not null check (is_approximate in (0, 1)),
  primary key (subject_key, is_past, measure_key, period, sex, until_edition),
  foreign key (subject_key) references rpt.subject (subject_key),
  foreign key (measure_key) references rpt.measure (measure_key),
  foreign key (state) references rpt.observation_state (state),
  check (sex in ('T', 'K', 'M')),
  check ((state in (1, 7) and value is not null) or (state not in (1, 7) and value is null)),
  check (respondents is null or respondents >= 0),
  check (invited is null or invited >= 0),
  check (response_rate is null or (response_rate >= 0 and response_rate <= 100)),
  check (response_rate_high is null or (response_rate_high >= response_rate and response_rate_high <= 100)),
  check (margin is null or margin >= 0),
  check (origin_period is null or (origin_period < period and value is null)),
  check ((is_past = 0 and until_edition = 0) or (is_past = 1 and until_edition > edition_number))
) without rowid, strict;
insert into rpt.observation_version (is_past, subject_key, measure_key, period, sex, edition_number, until_edition, state, value, respondents, invited, response_rate, is_derived, is_doubtful, is_approximate)
select 0, o.subject_key, o.measure_key, o.period, o.sex, o.edition_number, 0, o.state, o.value, o.respondents, o.invited, o.response_rate, o.is_derived, o.is_doubtful, 0
from rpt.observation as o
order by o.subject_key, o.measure_key, o.period, o.sex;
drop table rpt.observation;

-- One version of how the answers to a question were spread. share is per cent, as the source rounds it: the shares need not
-- add up to 100. The rest as in rpt.observation_version.
create table rpt.answer_version (
  is_past integer not null check (is_past in (0, 1)),
  subject_key integer not null,
  question_key integer not null,
  period integer not null,
  sex text not null,
  answer integer not null,
  edition_number integer not null,
  until_edition integer not null,
  state integer not null,
  share real null,
  primary key (subject_key, is_past, question_key, period, sex, answer, until_edition),
  foreign key (subject_key) references rpt.subject (subject_key),
  foreign key (question_key) references rpt.question (question_key),
  foreign key (state) references rpt.observation_state (state),
  check (sex in ('T', 'K', 'M')),
  check ((state in (1, 7) and share is not null) or (state not in (1, 7) and share is null)),
  check (share is null or (share >= 0 and share <= 100)),
  check ((is_past = 0 and until_edition = 0) or (is_past = 1 and until_edition > edition_number))
) without rowid, strict;
insert into rpt.answer_version (is_past, subject_key, question_key, period, sex, answer, edition_number, until_edition, state, share)
select 0, a.subject_key, a.question_key, a.period, a.sex, a.answer, a.edition_number, 0, a.state, a.share
from rpt.answer_distribution as a
order by a.subject_key, a.question_key, a.period, a.sex, a.answer;
drop table rpt.answer_distribution;

-- An edition whose rows can be read again. Those before this script cannot, but for the newest of them.
alter table rpt.edition add column is_kept integer not null default 0 check (is_kept in (0, 1));
update rpt.edition set is_kept = 1 where edition_number = (select max(n.edition_number) from rpt.edition as n);

-- A measure's page tells which of its figures were corrected.
create index ix_edition_change_measure on rpt.edition_change (measure_key, edition_number);

-- What an edition added, changed and removed of answers. A source's first edition is its own list and has no rows here.
create table rpt.edition_answer_change (
  edition_number integer not null,
  change_number integer not null,
  source_id text not null,
  kind text not null,
  subject_key integer not null,
  question_key integer not null,
  period integer not null,
  sex text not null,
  answer integer not null,
  old_state integer null,
  old_share real null,
  new_state integer null,
  new_share real null,
  primary key (edition_number, change_number),
  foreign key (source_id) references rpt.source (source_id),
  foreign key (subject_key) references rpt.subject (subject_key),
  foreign key (question_key) references rpt.question (question_key),
  check (kind in ('added', 'changed', 'removed'))
) without rowid, strict;

-- What an edition added, changed and removed of all that is not figures: a unit's name, a question's wording. One row a
-- column; an added or removed thing has one row, without column. Ids of many parts are parted by a slash.
create table rpt.edition_fact (
  edition_number integer not null,
  fact_number integer not null,
  source_id text null,
  kind text not null,
  thing text not null,
  thing_id text not null,
  name text null,
  column_name text null,
  old_text text null,
  new_text text null,
  primary key (edition_number, fact_number),
  check (kind in ('added', 'changed', 'removed'))
) without rowid, strict;
create index ix_edition_fact_thing on rpt.edition_fact (thing, thing_id, edition_number);
