-- The reporting tables (rpt) and their staging twins (stg), for SQL Server 2019 and later and Azure SQL.
-- Clustered keys follow how pages read: a subject's figures lie together. Ids, codes and computed keys compare by
-- byte, as SQLite does; words for people keep Swedish order and tell capitals apart, so that a changed capital is
-- seen as a change.

create schema stg;
go

-- Who gave the figures, on what terms. is_sample marks made-up records.
create table rpt.source (
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  publisher nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  credit nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  licence nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC null,
  licence_address nvarchar(400) collate Latin1_General_100_BIN2 null,
  address nvarchar(400) collate Latin1_General_100_BIN2 null,
  cadence nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC null,
  is_sample bit not null,
  constraint pk_source primary key clustered (source_id)
);
go

-- The municipalities. sort_key and search_name are computed by the night, since engines order å, ä, ö
-- differently.
create table rpt.municipality (
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
  constraint pk_municipality primary key clustered (municipality_code),
  constraint fk_municipality_source_id foreign key (source_id) references rpt.source (source_id),
  constraint ck_municipality_population check (population is null or population >= 0)
);
create index ix_municipality_sort on rpt.municipality (sort_key);
go

-- Which municipalities share a border.
create table rpt.municipality_neighbour (
  municipality_code nvarchar(4) collate Latin1_General_100_BIN2 not null,
  neighbour_code nvarchar(4) collate Latin1_General_100_BIN2 not null,
  constraint pk_municipality_neighbour primary key clustered (municipality_code, neighbour_code),
  constraint fk_municipality_neighbour_municipality_code foreign key (municipality_code) references rpt.municipality (municipality_code),
  constraint fk_municipality_neighbour_neighbour_code foreign key (neighbour_code) references rpt.municipality (municipality_code),
  constraint ck_municipality_neighbour_municipality_code check (municipality_code <> neighbour_code)
);
go

-- Groups of municipalities: SKR groups, counties, similar municipalities, associations.
create table rpt.municipality_group (
  group_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  sort_key nvarchar(400) collate Latin1_General_100_BIN2 not null,
  kind nvarchar(12) collate Latin1_General_100_BIN2 not null,
  of_municipality_code nvarchar(4) collate Latin1_General_100_BIN2 null,
  period int null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  constraint pk_municipality_group primary key clustered (group_id),
  constraint fk_municipality_group_of_municipality_code foreign key (of_municipality_code) references rpt.municipality (municipality_code),
  constraint fk_municipality_group_source_id foreign key (source_id) references rpt.source (source_id),
  constraint ck_municipality_group_kind check (kind in ('skr', 'county', 'similar', 'other'))
);
create index ix_municipality_group_of on rpt.municipality_group (of_municipality_code);
go

-- Which municipalities a group holds.
create table rpt.municipality_group_member (
  group_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  municipality_code nvarchar(4) collate Latin1_General_100_BIN2 not null,
  constraint pk_municipality_group_member primary key clustered (group_id, municipality_code),
  constraint fk_municipality_group_member_group_id foreign key (group_id) references rpt.municipality_group (group_id),
  constraint fk_municipality_group_member_municipality_code foreign key (municipality_code) references rpt.municipality (municipality_code)
);
create index ix_municipality_group_member_of on rpt.municipality_group_member (municipality_code, group_id);
go

-- What a unit does: preschool, compulsory school, home care, care home.
create table rpt.service_area (
  service_area_id nvarchar(40) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  unit_word nvarchar(80) collate Finnish_Swedish_100_CS_AS_SC not null,
  sort_order int not null,
  constraint pk_service_area primary key clustered (service_area_id)
);
go

-- Who runs units. The ownership is what the source says of the provider.
create table rpt.provider (
  provider_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  sort_key nvarchar(400) collate Latin1_General_100_BIN2 not null,
  search_name nvarchar(400) collate Latin1_General_100_BIN2 not null,
  ownership nvarchar(12) collate Latin1_General_100_BIN2 null,
  organisation_number nvarchar(12) collate Latin1_General_100_BIN2 null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  constraint pk_provider primary key clustered (provider_id),
  constraint fk_provider_source_id foreign key (source_id) references rpt.source (source_id),
  constraint ck_provider_ownership check (ownership is null or ownership in ('municipal', 'private', 'nonprofit', 'regional', 'state'))
);
go

-- The aspects that questions and promises belong to.
create table rpt.quality_factor (
  quality_factor_id nvarchar(40) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  sort_order int not null,
  constraint pk_quality_factor primary key clustered (quality_factor_id)
);
go

-- A survey and its floor: fewest respondents behind a shown figure. rate_floor is per cent; answer_floor is the
-- fewest persons behind one shown answer. Null means no such floor.
create table rpt.survey (
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
  constraint pk_survey primary key clustered (survey_id),
  constraint fk_survey_service_area_id foreign key (service_area_id) references rpt.service_area (service_area_id),
  constraint fk_survey_municipality_code foreign key (municipality_code) references rpt.municipality (municipality_code),
  constraint fk_survey_source_id foreign key (source_id) references rpt.source (source_id),
  constraint ck_survey_respondent_floor check (respondent_floor >= 1),
  constraint ck_survey_rate_floor check (rate_floor is null or (rate_floor >= 0 and rate_floor <= 100))
);
go

-- One time that a survey was asked. period is the year it is known by.
create table rpt.survey_round (
  survey_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  period int not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  asked_from date null,
  asked_to date null,
  published_on date null,
  is_preliminary bit not null,
  constraint pk_survey_round primary key clustered (survey_id, period),
  constraint fk_survey_round_survey_id foreign key (survey_id) references rpt.survey (survey_id)
);
go

-- A set of answers that a question offers.
create table rpt.answer_scale (
  scale_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  constraint pk_answer_scale primary key clustered (scale_id)
);
go

-- One answer of a scale, best first. score is null where the answer has none (do not know).
create table rpt.answer_option (
  scale_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  answer int not null,
  label nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  score float null,
  is_positive bit not null,
  constraint pk_answer_option primary key clustered (scale_id, answer),
  constraint fk_answer_option_scale_id foreign key (scale_id) references rpt.answer_scale (scale_id)
);
go

-- A question as it was worded. Another wording is another question; replaces_key points at the one before it.
create table rpt.question (
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
  constraint pk_question primary key clustered (question_key),
  constraint uq_question_question_id unique (question_id),
  constraint fk_question_survey_id foreign key (survey_id) references rpt.survey (survey_id),
  constraint fk_question_quality_factor_id foreign key (quality_factor_id) references rpt.quality_factor (quality_factor_id),
  constraint fk_question_scale_id foreign key (scale_id) references rpt.answer_scale (scale_id),
  constraint fk_question_replaces_key foreign key (replaces_key) references rpt.question (question_key)
);
go

-- The rounds in which a question was asked.
create table rpt.question_round (
  question_key int not null,
  period int not null,
  constraint pk_question_round primary key clustered (question_key, period),
  constraint fk_question_round_question_key foreign key (question_key) references rpt.question (question_key)
);
go

-- What is measured: a question's share of positive answers, its mean, or an indicator. low and high bound the
-- scale. Period kind undated: the source does not say when; the period is then 0.
create table rpt.measure (
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
  constraint pk_measure primary key clustered (measure_key),
  constraint uq_measure_measure_id unique (measure_id),
  constraint fk_measure_question_key foreign key (question_key) references rpt.question (question_key),
  constraint fk_measure_survey_id foreign key (survey_id) references rpt.survey (survey_id),
  constraint fk_measure_service_area_id foreign key (service_area_id) references rpt.service_area (service_area_id),
  constraint fk_measure_source_id foreign key (source_id) references rpt.source (source_id),
  constraint ck_measure_kind check (kind in ('share', 'mean', 'count', 'ratio')),
  constraint ck_measure_better check (better in ('higher', 'lower', 'neither')),
  constraint ck_measure_period_kind check (period_kind in ('round', 'year', 'school_year', 'undated'))
);
create index ix_measure_question on rpt.measure (question_key);
go

-- A place where a service is given. is_listed is 0 when its source no longer names it; its figures stay. The
-- headline is the newest figure that the list shows; null where there is none.
create table rpt.unit (
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
  constraint pk_unit primary key clustered (unit_id),
  constraint fk_unit_municipality_code foreign key (municipality_code) references rpt.municipality (municipality_code),
  constraint fk_unit_service_area_id foreign key (service_area_id) references rpt.service_area (service_area_id),
  constraint fk_unit_provider_id foreign key (provider_id) references rpt.provider (provider_id),
  constraint fk_unit_headline_measure_key foreign key (headline_measure_key) references rpt.measure (measure_key),
  constraint fk_unit_source_id foreign key (source_id) references rpt.source (source_id),
  constraint ck_unit_ownership check (ownership is null or ownership in ('municipal', 'private', 'nonprofit', 'regional', 'state'))
);
create index ix_unit_list on rpt.unit (municipality_code, service_area_id, sort_key);
create index ix_unit_sort on rpt.unit (sort_key);
go

-- Other names that a unit has had or that a source gives it.
create table rpt.unit_alias (
  unit_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Latin1_General_100_BIN2 not null,
  search_name nvarchar(400) collate Latin1_General_100_BIN2 not null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  constraint pk_unit_alias primary key clustered (unit_id, name, source_id),
  constraint fk_unit_alias_unit_id foreign key (unit_id) references rpt.unit (unit_id),
  constraint fk_unit_alias_source_id foreign key (source_id) references rpt.source (source_id)
);
go

-- The ids that sources know a unit by.
create table rpt.unit_outside_id (
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  outside_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  unit_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  constraint pk_unit_outside_id primary key clustered (source_id, outside_id),
  constraint fk_unit_outside_id_unit_id foreign key (unit_id) references rpt.unit (unit_id),
  constraint fk_unit_outside_id_source_id foreign key (source_id) references rpt.source (source_id)
);
create index ix_unit_outside_id_unit on rpt.unit_outside_id (unit_id);
go

-- What a figure is about: a unit, a district of a municipality, a municipality, a group or the country.
create table rpt.subject (
  subject_key int not null,
  scope nvarchar(12) collate Latin1_General_100_BIN2 not null,
  subject_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  unit_id nvarchar(80) collate Latin1_General_100_BIN2 null,
  municipality_code nvarchar(4) collate Latin1_General_100_BIN2 null,
  group_id nvarchar(80) collate Latin1_General_100_BIN2 null,
  constraint pk_subject primary key clustered (subject_key),
  constraint uq_subject_scope_subject_id unique (scope, subject_id),
  constraint fk_subject_unit_id foreign key (unit_id) references rpt.unit (unit_id),
  constraint fk_subject_municipality_code foreign key (municipality_code) references rpt.municipality (municipality_code),
  constraint fk_subject_group_id foreign key (group_id) references rpt.municipality_group (group_id),
  constraint ck_subject_scope check ((scope = 'unit' and unit_id is not null) or (scope in ('district', 'municipality') and municipality_code is not null and unit_id is null) or (scope = 'group' and group_id is not null and unit_id is null) or (scope = 'country' and unit_id is null and municipality_code is null and group_id is null))
);
create index ix_subject_unit on rpt.subject (unit_id);
create index ix_subject_municipality on rpt.subject (municipality_code, scope);
go

-- Why a figure is shown or not. The numbers are the code's ObservationState.
create table rpt.observation_state (
  state tinyint not null,
  name nvarchar(20) collate Latin1_General_100_BIN2 not null,
  constraint pk_observation_state primary key clustered (state)
);
go

-- One figure: a measure for a subject in a period for a sex (T all, K women and girls, M men and boys). A figure
-- that is not shown has no value. response_rate is per cent; is_derived is the portal's own calculation;
-- is_doubtful means that the source contradicts itself; edition_number is the edition that last changed it.
create table rpt.observation (
  subject_key int not null,
  measure_key int not null,
  period int not null,
  sex nchar(1) collate Latin1_General_100_BIN2 not null,
  state tinyint not null,
  value float null,
  respondents int null,
  invited int null,
  response_rate float null,
  is_derived bit not null,
  is_doubtful bit not null,
  edition_number int not null,
  constraint pk_observation primary key clustered (subject_key, measure_key, period, sex),
  constraint fk_observation_subject_key foreign key (subject_key) references rpt.subject (subject_key),
  constraint fk_observation_measure_key foreign key (measure_key) references rpt.measure (measure_key),
  constraint fk_observation_state foreign key (state) references rpt.observation_state (state),
  constraint ck_observation_sex check (sex in ('T', 'K', 'M')),
  constraint ck_observation_state check ((state in (1, 7) and value is not null) or (state not in (1, 7) and value is null)),
  constraint ck_observation_respondents check (respondents is null or respondents >= 0),
  constraint ck_observation_invited check (invited is null or invited >= 0),
  constraint ck_observation_response_rate check (response_rate is null or (response_rate >= 0 and response_rate <= 100))
);
go

-- How the answers to a question were spread. share is per cent, as the source rounds it: the shares need not add
-- up to 100.
create table rpt.answer_distribution (
  subject_key int not null,
  question_key int not null,
  period int not null,
  sex nchar(1) collate Latin1_General_100_BIN2 not null,
  answer int not null,
  state tinyint not null,
  share float null,
  edition_number int not null,
  constraint pk_answer_distribution primary key clustered (subject_key, question_key, period, sex, answer),
  constraint fk_answer_distribution_subject_key foreign key (subject_key) references rpt.subject (subject_key),
  constraint fk_answer_distribution_question_key foreign key (question_key) references rpt.question (question_key),
  constraint fk_answer_distribution_state foreign key (state) references rpt.observation_state (state),
  constraint ck_answer_distribution_sex check (sex in ('T', 'K', 'M')),
  constraint ck_answer_distribution_state check ((state in (1, 7) and share is not null) or (state not in (1, 7) and share is null)),
  constraint ck_answer_distribution_share check (share is null or (share >= 0 and share <= 100))
);
go

-- What the night published. The row is the last thing that a publishing transaction writes.
create table rpt.edition (
  edition_number int not null,
  published_at datetime2(0) not null,
  night_number int not null,
  added int not null,
  changed int not null,
  removed int not null,
  observations int not null,
  constraint pk_edition primary key clustered (edition_number)
);
go

-- The deliveries that an edition rests on. delivery_hash is the SHA-256 of what was read.
create table rpt.edition_source (
  edition_number int not null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  delivery_hash nvarchar(64) collate Latin1_General_100_BIN2 not null,
  read_at datetime2(0) not null,
  added int not null,
  changed int not null,
  removed int not null,
  constraint pk_edition_source primary key clustered (edition_number, source_id),
  constraint fk_edition_source_source_id foreign key (source_id) references rpt.source (source_id)
);
go

-- What an edition added, changed and removed. A source's first edition is its own list and has no rows here.
create table rpt.edition_change (
  edition_number int not null,
  change_number int not null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  kind nvarchar(8) collate Latin1_General_100_BIN2 not null,
  subject_key int not null,
  measure_key int not null,
  period int not null,
  sex nchar(1) collate Latin1_General_100_BIN2 not null,
  old_state tinyint null,
  old_value float null,
  new_state tinyint null,
  new_value float null,
  reason nvarchar(400) collate Latin1_General_100_BIN2 null,
  constraint pk_edition_change primary key clustered (edition_number, change_number),
  constraint fk_edition_change_source_id foreign key (source_id) references rpt.source (source_id),
  constraint fk_edition_change_subject_key foreign key (subject_key) references rpt.subject (subject_key),
  constraint fk_edition_change_measure_key foreign key (measure_key) references rpt.measure (measure_key),
  constraint ck_edition_change_kind check (kind in ('added', 'changed', 'removed'))
);
create index ix_edition_change_subject on rpt.edition_change (subject_key, edition_number);
go

-- One run of the night. edition_number is null when nothing was published.
create table rpt.night (
  night_number int not null,
  started_at datetime2(0) not null,
  ended_at datetime2(0) null,
  outcome nvarchar(12) collate Latin1_General_100_BIN2 not null,
  edition_number int null,
  message nvarchar(1000) collate Finnish_Swedish_100_CS_AS_SC null,
  constraint pk_night primary key clustered (night_number),
  constraint ck_night_outcome check (outcome in ('running', 'published', 'unchanged', 'failed'))
);
go

-- What one source gave in one night.
create table rpt.night_source (
  night_number int not null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  sort_order int not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  outcome nvarchar(12) collate Latin1_General_100_BIN2 not null,
  delivery_hash nvarchar(64) collate Latin1_General_100_BIN2 null,
  rows_read int not null,
  rows_accepted int not null,
  rows_rejected int not null,
  rows_unchanged int not null,
  remarks int not null,
  seconds float not null,
  message nvarchar(1000) collate Finnish_Swedish_100_CS_AS_SC null,
  constraint pk_night_source primary key clustered (night_number, source_id),
  constraint fk_night_source_night_number foreign key (night_number) references rpt.night (night_number),
  constraint ck_night_source_outcome check (outcome in ('read', 'unchanged', 'failed'))
);
go

-- How many rows of a source were rejected, or remarked on, for each reason.
create table rpt.night_reason (
  night_number int not null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  kind nvarchar(8) collate Latin1_General_100_BIN2 not null,
  reason nvarchar(200) collate Latin1_General_100_BIN2 not null,
  rows_concerned int not null,
  constraint pk_night_reason primary key clustered (night_number, source_id, kind, reason),
  constraint fk_night_reason_night_number foreign key (night_number) references rpt.night (night_number),
  constraint ck_night_reason_kind check (kind in ('reject', 'remark'))
);
go

-- Rows that the night did not take, or took with a remark, as they arrived, for reading.
create table stg.reject (
  night_number int not null,
  reject_number int not null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  kind nvarchar(8) collate Latin1_General_100_BIN2 not null,
  file_name nvarchar(260) collate Latin1_General_100_BIN2 not null,
  line_number int null,
  reason nvarchar(400) collate Latin1_General_100_BIN2 not null,
  detail nvarchar(1000) collate Finnish_Swedish_100_CS_AS_SC null,
  content nvarchar(max) collate Finnish_Swedish_100_CS_AS_SC null,
  constraint pk_stg_reject primary key clustered (night_number, reject_number)
);
go

-- The files that a night read and where their bytes are kept.
create table stg.delivery (
  night_number int not null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  file_name nvarchar(260) collate Latin1_General_100_BIN2 not null,
  file_hash nvarchar(64) collate Latin1_General_100_BIN2 not null,
  bytes bigint not null,
  kept_as nvarchar(400) collate Latin1_General_100_BIN2 not null,
  constraint pk_stg_delivery primary key clustered (night_number, source_id, file_name)
);
go

-- Survey units that became units of their own, with the nearest names in the register.
create table stg.unmatched (
  night_number int not null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  outside_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  unit_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  reason nvarchar(200) collate Latin1_General_100_BIN2 not null,
  candidates nvarchar(1000) collate Finnish_Swedish_100_CS_AS_SC null,
  constraint pk_stg_unmatched primary key clustered (night_number, source_id, outside_id)
);
go

-- The figures of this night, keyed, before they are compared with the published ones. Emptied every night.
-- source_number is the place of the source in the night.
create table stg.observation (
  source_number int not null,
  subject_key int not null,
  measure_key int not null,
  period int not null,
  sex nchar(1) collate Latin1_General_100_BIN2 not null,
  state tinyint not null,
  value float null,
  respondents int null,
  invited int null,
  response_rate float null,
  is_derived bit not null,
  is_doubtful bit not null,
  constraint pk_stg_observation primary key clustered (subject_key, measure_key, period, sex)
);
go

-- The answers of this night, keyed, before they are compared with the published ones. Emptied every night.
-- source_number is the place of the source in the night.
create table stg.answer_distribution (
  source_number int not null,
  subject_key int not null,
  question_key int not null,
  period int not null,
  sex nchar(1) collate Latin1_General_100_BIN2 not null,
  answer int not null,
  state tinyint not null,
  share float null,
  constraint pk_stg_answer_distribution primary key clustered (subject_key, question_key, period, sex, answer)
);
go

-- The night's picture of rpt.source.
create table stg.source (
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  publisher nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  credit nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  licence nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC null,
  licence_address nvarchar(400) collate Latin1_General_100_BIN2 null,
  address nvarchar(400) collate Latin1_General_100_BIN2 null,
  cadence nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC null,
  is_sample bit not null,
  constraint pk_stg_source primary key clustered (source_id)
);
go

-- The night's picture of rpt.municipality.
create table stg.municipality (
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
  constraint pk_stg_municipality primary key clustered (municipality_code)
);
go

-- The night's picture of rpt.municipality_neighbour.
create table stg.municipality_neighbour (
  municipality_code nvarchar(4) collate Latin1_General_100_BIN2 not null,
  neighbour_code nvarchar(4) collate Latin1_General_100_BIN2 not null,
  constraint pk_stg_municipality_neighbour primary key clustered (municipality_code, neighbour_code)
);
go

-- The night's picture of rpt.municipality_group.
create table stg.municipality_group (
  group_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  sort_key nvarchar(400) collate Latin1_General_100_BIN2 not null,
  kind nvarchar(12) collate Latin1_General_100_BIN2 not null,
  of_municipality_code nvarchar(4) collate Latin1_General_100_BIN2 null,
  period int null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  constraint pk_stg_municipality_group primary key clustered (group_id)
);
go

-- The night's picture of rpt.municipality_group_member.
create table stg.municipality_group_member (
  group_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  municipality_code nvarchar(4) collate Latin1_General_100_BIN2 not null,
  constraint pk_stg_municipality_group_member primary key clustered (group_id, municipality_code)
);
go

-- The night's picture of rpt.service_area.
create table stg.service_area (
  service_area_id nvarchar(40) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  unit_word nvarchar(80) collate Finnish_Swedish_100_CS_AS_SC not null,
  sort_order int not null,
  constraint pk_stg_service_area primary key clustered (service_area_id)
);
go

-- The night's picture of rpt.provider.
create table stg.provider (
  provider_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  sort_key nvarchar(400) collate Latin1_General_100_BIN2 not null,
  search_name nvarchar(400) collate Latin1_General_100_BIN2 not null,
  ownership nvarchar(12) collate Latin1_General_100_BIN2 null,
  organisation_number nvarchar(12) collate Latin1_General_100_BIN2 null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  constraint pk_stg_provider primary key clustered (provider_id)
);
go

-- The night's picture of rpt.quality_factor.
create table stg.quality_factor (
  quality_factor_id nvarchar(40) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  sort_order int not null,
  constraint pk_stg_quality_factor primary key clustered (quality_factor_id)
);
go

-- The night's picture of rpt.survey.
create table stg.survey (
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
  constraint pk_stg_survey primary key clustered (survey_id)
);
go

-- The night's picture of rpt.survey_round.
create table stg.survey_round (
  survey_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  period int not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  asked_from date null,
  asked_to date null,
  published_on date null,
  is_preliminary bit not null,
  constraint pk_stg_survey_round primary key clustered (survey_id, period)
);
go

-- The night's picture of rpt.answer_scale.
create table stg.answer_scale (
  scale_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  constraint pk_stg_answer_scale primary key clustered (scale_id)
);
go

-- The night's picture of rpt.answer_option.
create table stg.answer_option (
  scale_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  answer int not null,
  label nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  score float null,
  is_positive bit not null,
  constraint pk_stg_answer_option primary key clustered (scale_id, answer)
);
go

-- The night's picture of rpt.question.
create table stg.question (
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
  constraint pk_stg_question primary key clustered (question_key)
);
go

-- The night's picture of rpt.question_round.
create table stg.question_round (
  question_key int not null,
  period int not null,
  constraint pk_stg_question_round primary key clustered (question_key, period)
);
go

-- The night's picture of rpt.measure.
create table stg.measure (
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
  constraint pk_stg_measure primary key clustered (measure_key)
);
go

-- The night's picture of rpt.unit.
create table stg.unit (
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
  constraint pk_stg_unit primary key clustered (unit_id)
);
go

-- The night's picture of rpt.unit_alias.
create table stg.unit_alias (
  unit_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Latin1_General_100_BIN2 not null,
  search_name nvarchar(400) collate Latin1_General_100_BIN2 not null,
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  constraint pk_stg_unit_alias primary key clustered (unit_id, name, source_id)
);
go

-- The night's picture of rpt.unit_outside_id.
create table stg.unit_outside_id (
  source_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  outside_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  unit_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  constraint pk_stg_unit_outside_id primary key clustered (source_id, outside_id)
);
go

-- The night's picture of rpt.subject.
create table stg.subject (
  subject_key int not null,
  scope nvarchar(12) collate Latin1_General_100_BIN2 not null,
  subject_id nvarchar(80) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) collate Finnish_Swedish_100_CS_AS_SC not null,
  unit_id nvarchar(80) collate Latin1_General_100_BIN2 null,
  municipality_code nvarchar(4) collate Latin1_General_100_BIN2 null,
  group_id nvarchar(80) collate Latin1_General_100_BIN2 null,
  constraint pk_stg_subject primary key clustered (subject_key)
);
go

insert into rpt.observation_state (state, name) values
  (1, 'published'),
  (2, 'suppressed'),
  (3, 'not_asked'),
  (4, 'no_answer'),
  (5, 'not_applicable'),
  (6, 'missing'),
  (7, 'preliminary');
