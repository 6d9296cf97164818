-- The past of every reporting table, for SQL Server: what a row said before an edition changed it. An edition n is read as the
-- rows with edition_number at most n and until_edition 0 (it still holds) or above n. See db/views/version.

-- The source's own words on a measure; the last year of a discontinued one; the period that the source published last, and
-- the days when that became preliminary and final.
alter table rpt.measure add description nvarchar(max) collate Finnish_Swedish_100_CS_AS_SC null;
alter table rpt.measure add discontinued_after int null;
alter table rpt.measure add published_period int null;
alter table rpt.measure add preliminary_on date null;
alter table rpt.measure add published_on date null;
alter table stg.measure add description nvarchar(max) collate Finnish_Swedish_100_CS_AS_SC null;
alter table stg.measure add discontinued_after int null;
alter table stg.measure add published_period int null;
alter table stg.measure add preliminary_on date null;
alter table stg.measure add published_on date null;
go

-- response_rate_high is the upper end where the source gives a band (response_rate is then the lower). margin is half the width
-- of the source's own interval, in the value's unit. origin_period is the year that a repeated value was measured: the row
-- has then no value of its own. is_approximate means "about", as the source says it.
alter table stg.observation add response_rate_high float null;
alter table stg.observation add margin float null;
alter table stg.observation add origin_period int null;
alter table stg.observation add is_approximate bit not null constraint df_stg_observation_is_approximate default 0;
go

-- Which units and municipalities each file of a source held when it was last published: a source whose files hold whole subjects
-- reads only those that are other than then. Kept between nights; when it is empty everything is read.
create table stg.part (
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  file_name nvarchar(260) collate Latin1_General_100_BIN2 not null,
  subject_key int not null,
  constraint pk_stg_part primary key clustered (source_id, file_name, subject_key)
);
go

-- The subjects of tonight's files, where a source has read only a part of them. Emptied every night.
create table stg.read_subject (
  source_number int not null,
  subject_key int not null,
  constraint pk_stg_read_subject primary key clustered (source_number, subject_key)
);
go

-- What a delivery rests on besides its files of figures: the program, the profile, the sources before it. Null in older nights.
alter table rpt.night_source add basis_hash nvarchar(64) collate Latin1_General_100_BIN2 null;
go

-- What has happened to a unit, with its day where the source tells: another name, joined with or parted from another, closed.
create table rpt.unit_event (
  unit_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  event_id nvarchar(120) collate Latin1_General_100_BIN2 not null,
  kind nvarchar(8) collate Latin1_General_100_BIN2 not null,
  happened_on date null,
  old_name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC null,
  new_name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC null,
  other_unit_id nvarchar(80) collate Latin1_General_100_BIN2 null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  edition_number int not null constraint df_unit_event_edition_number default 0,
  constraint pk_unit_event primary key clustered (unit_id, event_id),
  constraint fk_unit_event_unit_id foreign key (unit_id) references rpt.unit (unit_id),
  constraint fk_unit_event_other_unit_id foreign key (other_unit_id) references rpt.unit (unit_id),
  constraint fk_unit_event_source_id foreign key (source_id) references rpt.source (source_id),
  constraint ck_unit_event_kind check (kind in ('renamed', 'merged', 'split', 'closed', 'moved'))
);
go

-- The night's picture of rpt.unit_event.
create table stg.unit_event (
  unit_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  event_id nvarchar(120) collate Latin1_General_100_BIN2 not null,
  kind nvarchar(8) collate Latin1_General_100_BIN2 not null,
  happened_on date null,
  old_name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC null,
  new_name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC null,
  other_unit_id nvarchar(80) collate Latin1_General_100_BIN2 null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  constraint pk_stg_unit_event primary key clustered (unit_id, event_id)
);
go

alter table rpt.source add edition_number int not null constraint df_source_edition_number default 0;
go
-- What rows of rpt.source said from edition_number until until_edition.
create table rpt.source_past (
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  publisher nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  credit nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  licence nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC null,
  licence_address nvarchar(400) collate Latin1_General_100_BIN2 null,
  address nvarchar(400) collate Latin1_General_100_BIN2 null,
  cadence nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC null,
  is_sample bit not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_source_past primary key clustered (source_id, until_edition),
  constraint ck_source_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.municipality add edition_number int not null constraint df_municipality_edition_number default 0;
go
-- What rows of rpt.municipality said from edition_number until until_edition.
create table rpt.municipality_past (
  municipality_code nvarchar(4) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  sort_key nvarchar(400) collate Latin1_General_100_BIN2 not null,
  search_name nvarchar(400) collate Latin1_General_100_BIN2 not null,
  county_code nvarchar(2) collate Latin1_General_100_BIN2 null,
  county_name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC null,
  population int null,
  population_date date null,
  is_sample bit not null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_municipality_past primary key clustered (municipality_code, until_edition),
  constraint ck_municipality_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.municipality_neighbour add edition_number int not null constraint df_municipality_neighbour_edition_number default 0;
go
-- What rows of rpt.municipality_neighbour said from edition_number until until_edition.
create table rpt.municipality_neighbour_past (
  municipality_code nvarchar(4) collate Latin1_General_100_BIN2 not null,
  neighbour_code nvarchar(4) collate Latin1_General_100_BIN2 not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_municipality_neighbour_past primary key clustered (municipality_code, neighbour_code, until_edition),
  constraint ck_municipality_neighbour_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.municipality_group add edition_number int not null constraint df_municipality_group_edition_number default 0;
go
-- What rows of rpt.municipality_group said from edition_number until until_edition.
create table rpt.municipality_group_past (
  group_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  sort_key nvarchar(400) collate Latin1_General_100_BIN2 not null,
  kind nvarchar(12) collate Latin1_General_100_BIN2 not null,
  of_municipality_code nvarchar(4) collate Latin1_General_100_BIN2 null,
  period int null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_municipality_group_past primary key clustered (group_id, until_edition),
  constraint ck_municipality_group_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.municipality_group_member add edition_number int not null constraint df_municipality_group_member_edition_number default 0;
go
-- What rows of rpt.municipality_group_member said from edition_number until until_edition.
create table rpt.municipality_group_member_past (
  group_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  municipality_code nvarchar(4) collate Latin1_General_100_BIN2 not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_municipality_group_member_past primary key clustered (group_id, municipality_code, until_edition),
  constraint ck_municipality_group_member_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.service_area add edition_number int not null constraint df_service_area_edition_number default 0;
go
-- What rows of rpt.service_area said from edition_number until until_edition.
create table rpt.service_area_past (
  service_area_id nvarchar(40) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  unit_word nvarchar(80) collate Finnish_Swedish_100_CS_AS_SC not null,
  sort_order int not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_service_area_past primary key clustered (service_area_id, until_edition),
  constraint ck_service_area_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.provider add edition_number int not null constraint df_provider_edition_number default 0;
go
-- What rows of rpt.provider said from edition_number until until_edition.
create table rpt.provider_past (
  provider_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  sort_key nvarchar(400) collate Latin1_General_100_BIN2 not null,
  search_name nvarchar(400) collate Latin1_General_100_BIN2 not null,
  ownership nvarchar(12) collate Latin1_General_100_BIN2 null,
  organisation_number nvarchar(12) collate Latin1_General_100_BIN2 null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_provider_past primary key clustered (provider_id, until_edition),
  constraint ck_provider_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.quality_factor add edition_number int not null constraint df_quality_factor_edition_number default 0;
go
-- What rows of rpt.quality_factor said from edition_number until until_edition.
create table rpt.quality_factor_past (
  quality_factor_id nvarchar(40) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  sort_order int not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_quality_factor_past primary key clustered (quality_factor_id, until_edition),
  constraint ck_quality_factor_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.survey add edition_number int not null constraint df_survey_edition_number default 0;
go
-- What rows of rpt.survey said from edition_number until until_edition.
create table rpt.survey_past (
  survey_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  service_area_id nvarchar(40) collate Latin1_General_100_BIN2 not null,
  municipality_code nvarchar(4) collate Latin1_General_100_BIN2 null,
  asked nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  description nvarchar(2000) collate Finnish_Swedish_100_CS_AS_SC null,
  respondent_floor int not null,
  rate_floor float null,
  answer_floor int null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_survey_past primary key clustered (survey_id, until_edition),
  constraint ck_survey_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.survey_round add edition_number int not null constraint df_survey_round_edition_number default 0;
go
-- What rows of rpt.survey_round said from edition_number until until_edition.
create table rpt.survey_round_past (
  survey_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  period int not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  asked_from date null,
  asked_to date null,
  published_on date null,
  is_preliminary bit not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_survey_round_past primary key clustered (survey_id, period, until_edition),
  constraint ck_survey_round_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.answer_scale add edition_number int not null constraint df_answer_scale_edition_number default 0;
go
-- What rows of rpt.answer_scale said from edition_number until until_edition.
create table rpt.answer_scale_past (
  scale_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_answer_scale_past primary key clustered (scale_id, until_edition),
  constraint ck_answer_scale_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.answer_option add edition_number int not null constraint df_answer_option_edition_number default 0;
go
-- What rows of rpt.answer_option said from edition_number until until_edition.
create table rpt.answer_option_past (
  scale_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  answer int not null,
  label nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  score float null,
  is_positive bit not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_answer_option_past primary key clustered (scale_id, answer, until_edition),
  constraint ck_answer_option_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.question add edition_number int not null constraint df_question_edition_number default 0;
go
-- What rows of rpt.question said from edition_number until until_edition.
create table rpt.question_past (
  question_key int not null,
  question_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  survey_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  area nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  area_order int not null,
  sort_order int not null,
  wording nvarchar(1000) collate Finnish_Swedish_100_CS_AS_SC not null,
  quality_factor_id nvarchar(40) collate Latin1_General_100_BIN2 null,
  scale_id nvarchar(80) collate Latin1_General_100_BIN2 null,
  replaces_key int null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_question_past primary key clustered (question_key, until_edition),
  constraint ck_question_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.question_round add edition_number int not null constraint df_question_round_edition_number default 0;
go
-- What rows of rpt.question_round said from edition_number until until_edition.
create table rpt.question_round_past (
  question_key int not null,
  period int not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_question_round_past primary key clustered (question_key, period, until_edition),
  constraint ck_question_round_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.measure add edition_number int not null constraint df_measure_edition_number default 0;
go
-- What rows of rpt.measure said from edition_number until until_edition.
create table rpt.measure_past (
  measure_key int not null,
  measure_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  question_key int null,
  survey_id nvarchar(80) collate Latin1_General_100_BIN2 null,
  service_area_id nvarchar(40) collate Latin1_General_100_BIN2 null,
  name nvarchar(1000) collate Finnish_Swedish_100_CS_AS_SC not null,
  kind nvarchar(12) collate Latin1_General_100_BIN2 not null,
  unit nvarchar(40) collate Latin1_General_100_BIN2 not null,
  decimals int not null,
  better nvarchar(8) collate Latin1_General_100_BIN2 not null,
  low float null,
  high float null,
  period_kind nvarchar(12) collate Latin1_General_100_BIN2 not null,
  is_headline bit not null,
  derivation nvarchar(1000) collate Finnish_Swedish_100_CS_AS_SC null,
  sort_order int not null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  description nvarchar(max) collate Finnish_Swedish_100_CS_AS_SC null,
  discontinued_after int null,
  published_period int null,
  preliminary_on date null,
  published_on date null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_measure_past primary key clustered (measure_key, until_edition),
  constraint ck_measure_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.unit add edition_number int not null constraint df_unit_edition_number default 0;
go
-- What rows of rpt.unit said from edition_number until until_edition.
create table rpt.unit_past (
  unit_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  municipality_code nvarchar(4) collate Latin1_General_100_BIN2 not null,
  service_area_id nvarchar(40) collate Latin1_General_100_BIN2 not null,
  provider_id nvarchar(80) collate Latin1_General_100_BIN2 null,
  ownership nvarchar(12) collate Latin1_General_100_BIN2 null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  sort_key nvarchar(400) collate Latin1_General_100_BIN2 not null,
  search_name nvarchar(400) collate Latin1_General_100_BIN2 not null,
  address nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC null,
  postal_code nvarchar(10) collate Latin1_General_100_BIN2 null,
  latitude float null,
  longitude float null,
  is_listed bit not null,
  headline_measure_key int null,
  headline_period int null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_unit_past primary key clustered (unit_id, until_edition),
  constraint ck_unit_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.unit_alias add edition_number int not null constraint df_unit_alias_edition_number default 0;
go
-- What rows of rpt.unit_alias said from edition_number until until_edition.
create table rpt.unit_alias_past (
  unit_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Latin1_General_100_BIN2 not null,
  search_name nvarchar(400) collate Latin1_General_100_BIN2 not null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_unit_alias_past primary key clustered (unit_id, name, source_id, until_edition),
  constraint ck_unit_alias_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.unit_outside_id add edition_number int not null constraint df_unit_outside_id_edition_number default 0;
go
-- What rows of rpt.unit_outside_id said from edition_number until until_edition.
create table rpt.unit_outside_id_past (
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  outside_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  unit_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_unit_outside_id_past primary key clustered (source_id, outside_id, until_edition),
  constraint ck_unit_outside_id_past_until_edition check (until_edition > edition_number)
);
go

alter table rpt.subject add edition_number int not null constraint df_subject_edition_number default 0;
go
-- What rows of rpt.subject said from edition_number until until_edition.
create table rpt.subject_past (
  subject_key int not null,
  scope nvarchar(12) collate Latin1_General_100_BIN2 not null,
  subject_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  unit_id nvarchar(80) collate Latin1_General_100_BIN2 null,
  municipality_code nvarchar(4) collate Latin1_General_100_BIN2 null,
  group_id nvarchar(80) collate Latin1_General_100_BIN2 null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_subject_past primary key clustered (subject_key, until_edition),
  constraint ck_subject_past_until_edition check (until_edition > edition_number)
);
go

-- What rows of rpt.unit_event said from edition_number until until_edition.
create table rpt.unit_event_past (
  unit_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  event_id nvarchar(120) collate Latin1_General_100_BIN2 not null,
  kind nvarchar(8) collate Latin1_General_100_BIN2 not null,
  happened_on date null,
  old_name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC null,
  new_name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC null,
  other_unit_id nvarchar(80) collate Latin1_General_100_BIN2 null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  edition_number int not null,
  until_edition int not null,
  constraint pk_unit_event_past primary key clustered (unit_id, event_id, until_edition),
  constraint ck_unit_event_past_until_edition check (until_edition > edition_number)
);
go

-- One version of a figure: a measure for a subject in a period for a sex (T all, K women and girls, M men and boys). Those of a
-- subject that still hold (is_past 0) lie together, before its past ones, by the key that pages read by. A figure that is not shown has no
-- value. response_rate is per cent; is_derived is the portal's own calculation; is_doubtful means that the source contradicts
-- itself; edition_number is the edition that made it so, until_edition the one that made it other (0: it still holds).
create table rpt.observation_version (
  is_past bit not null,
  subject_key int not null,
  measure_key int not null,
  period int not null,
  sex nchar(1) collate Latin1_General_100_BIN2 not null,
  edition_number int not null,
  until_edition int not null,
  state tinyint not null,
  value float null,
  respondents int null,
  invited int null,
  response_rate float null,
  response_rate_high float null,
  margin float null,
  origin_period int null,
  is_derived bit not null,
  is_doubtful bit not null,
  is_approximate bit not null,
  constraint pk_observation_version primary key clustered (subject_key, is_past, measure_key, period, sex, until_edition),
  constraint fk_observation_version_subject_key foreign key (subject_key) references rpt.subject (subject_key),
  constraint fk_observation_version_measure_key foreign key (measure_key) references rpt.measure (measure_key),
  constraint fk_observation_version_state foreign key (state) references rpt.observation_state (state),
  constraint ck_observation_version_sex check (sex in ('T', 'K', 'M')),
  constraint ck_observation_version_state check ((state in (1, 7) and value is not null) or (state not in (1, 7) and value is null)),
  constraint ck_observation_version_respondents check (respondents is null or respondents >= 0),
  constraint ck_observation_version_invited check (invited is null or invited >= 0),
  constraint ck_observation_version_response_rate check (response_rate is null or (response_rate >= 0 and response_rate <= 100)),
  constraint ck_observation_version_response_rate_high check (response_rate_high is null or (response_rate_high >= response_rate and response_rate_high <= 100)),
  constraint ck_observation_version_margin check (margin is null or margin >= 0),
  constraint ck_observation_version_origin_period check (origin_period is null or (origin_period < period and value is null)),
  constraint ck_observation_version_until_edition check ((is_past = 0 and until_edition = 0) or (is_past = 1 and until_edition > edition_number))
);
go
insert into rpt.observation_version (is_past, subject_key, measure_key, period, sex, edition_number, until_edition, state, value, respondents, invited, response_rate, is_derived, is_doubtful, is_approximate)
select 0, o.subject_key, o.measure_key, o.period, o.sex, o.edition_number, 0, o.state, o.value, o.respondents, o.invited, o.response_rate, o.is_derived, o.is_doubtful, 0
from rpt.observation as o;
drop table rpt.observation;
go

-- One version of how the answers to a question were spread. share is per cent, as the source rounds it: the shares need not
-- add up to 100. The rest as in rpt.observation_version.
create table rpt.answer_version (
  is_past bit not null,
  subject_key int not null,
  question_key int not null,
  period int not null,
  sex nchar(1) collate Latin1_General_100_BIN2 not null,
  answer int not null,
  edition_number int not null,
  until_edition int not null,
  state tinyint not null,
  share float null,
  constraint pk_answer_version primary key clustered (subject_key, is_past, question_key, period, sex, answer, until_edition),
  constraint fk_answer_version_subject_key foreign key (subject_key) references rpt.subject (subject_key),
  constraint fk_answer_version_question_key foreign key (question_key) references rpt.question (question_key),
  constraint fk_answer_version_state foreign key (state) references rpt.observation_state (state),
  constraint ck_answer_version_sex check (sex in ('T', 'K', 'M')),
  constraint ck_answer_version_state check ((state in (1, 7) and share is not null) or (state not in (1, 7) and share is null)),
  constraint ck_answer_version_share check (share is null or (share >= 0 and share <= 100)),
  constraint ck_answer_version_until_edition check ((is_past = 0 and until_edition = 0) or (is_past = 1 and until_edition > edition_number))
);
go
insert into rpt.answer_version (is_past, subject_key, question_key, period, sex, answer, edition_number, until_edition, state, share)
select 0, a.subject_key, a.question_key, a.period, a.sex, a.answer, a.edition_number, 0, a.state, a.share
from rpt.answer_distribution as a;
drop table rpt.answer_distribution;
go

-- An edition whose rows can be read again. Those before this script cannot, but for the newest of them.
alter table rpt.edition add is_kept bit not null constraint df_edition_is_kept default 0;
go
update rpt.edition set is_kept = 1 where edition_number = (select max(n.edition_number) from rpt.edition as n);
go

-- A measure's page tells which of its figures were corrected.
create index ix_edition_change_measure on rpt.edition_change (measure_key, edition_number);
go

-- What an edition added, changed and removed of answers. A source's first edition is its own list and has no rows here.
create table rpt.edition_answer_change (
  edition_number int not null,
  change_number int not null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  kind nvarchar(8) collate Latin1_General_100_BIN2 not null,
  subject_key int not null,
  question_key int not null,
  period int not null,
  sex nchar(1) collate Latin1_General_100_BIN2 not null,
  answer int not null,
  old_state tinyint null,
  old_share float null,
  new_state tinyint null,
  new_share float null,
  constraint pk_edition_answer_change primary key clustered (edition_number, change_number),
  constraint fk_edition_answer_change_source_id foreign key (source_id) references rpt.source (source_id),
  constraint fk_edition_answer_change_subject_key foreign key (subject_key) references rpt.subject (subject_key),
  constraint fk_edition_answer_change_question_key foreign key (question_key) references rpt.question (question_key),
  constraint ck_edition_answer_change_kind check (kind in ('added', 'changed', 'removed'))
);
go

-- What an edition added, changed and removed of all that is not figures: a unit's name, a question's wording. One row a
-- column; an added or removed thing has one row, without column. Ids of many parts are parted by a slash.
create table rpt.edition_fact (
  edition_number int not null,
  fact_number int not null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 null,
  kind nvarchar(8) collate Latin1_General_100_BIN2 not null,
  thing nvarchar(40) collate Latin1_General_100_BIN2 not null,
  thing_id nvarchar(400) collate Latin1_General_100_BIN2 not null,
  name nvarchar(400) collate Finnish_Swedish_100_CS_AS_SC null,
  column_name nvarchar(40) collate Latin1_General_100_BIN2 null,
  old_text nvarchar(max) collate Finnish_Swedish_100_CS_AS_SC null,
  new_text nvarchar(max) collate Finnish_Swedish_100_CS_AS_SC null,
  constraint pk_edition_fact primary key clustered (edition_number, fact_number),
  constraint ck_edition_fact_kind check (kind in ('added', 'changed', 'removed'))
);
create index ix_edition_fact_thing on rpt.edition_fact (thing, thing_id, edition_number);
go
