-- The reporting tables and their staging twins for SQLite. The loader drops rpt. and writes stg.x as stg_x.
-- Tables are laid out by their key (without rowid), as the clustered keys of SQL Server are, and take no text for a
-- number (strict).

-- Who gave the figures, on what terms. is_sample marks made-up records.
create table rpt.source (
  source_id text not null,
  name text not null,
  publisher text not null,
  credit text not null,
  licence text null,
  licence_address text null,
  address text null,
  cadence text null,
  is_sample integer not null check (is_sample in (0, 1)),
  primary key (source_id)
) without rowid, strict;

-- The municipalities. sort_key and search_name are computed by the night, since engines order å, ä, ö
-- differently.
create table rpt.municipality (
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
  primary key (municipality_code),
  foreign key (source_id) references rpt.source (source_id),
  check (population is null or population >= 0)
) without rowid, strict;
create index ix_municipality_sort on rpt.municipality (sort_key);

-- Which municipalities share a border.
create table rpt.municipality_neighbour (
  municipality_code text not null,
  neighbour_code text not null,
  primary key (municipality_code, neighbour_code),
  foreign key (municipality_code) references rpt.municipality (municipality_code),
  foreign key (neighbour_code) references rpt.municipality (municipality_code),
  check (municipality_code <> neighbour_code)
) without rowid, strict;

-- Groups of municipalities: SKR groups, counties, similar municipalities, associations.
create table rpt.municipality_group (
  group_id text not null,
  name text not null,
  sort_key text not null,
  kind text not null,
  of_municipality_code text null,
  period integer null,
  source_id text not null,
  primary key (group_id),
  foreign key (of_municipality_code) references rpt.municipality (municipality_code),
  foreign key (source_id) references rpt.source (source_id),
  check (kind in ('skr', 'county', 'similar', 'other'))
) without rowid, strict;
create index ix_municipality_group_of on rpt.municipality_group (of_municipality_code);

-- Which municipalities a group holds.
create table rpt.municipality_group_member (
  group_id text not null,
  municipality_code text not null,
  primary key (group_id, municipality_code),
  foreign key (group_id) references rpt.municipality_group (group_id),
  foreign key (municipality_code) references rpt.municipality (municipality_code)
) without rowid, strict;
create index ix_municipality_group_member_of on rpt.municipality_group_member (municipality_code, group_id);

-- What a unit does: preschool, compulsory school, home care, care home.
create table rpt.service_area (
  service_area_id text not null,
  name text not null,
  unit_word text not null,
  sort_order integer not null,
  primary key (service_area_id)
) without rowid, strict;

-- Who runs units. The ownership is what the source says of the provider.
create table rpt.provider (
  provider_id text not null,
  name text not null,
  sort_key text not null,
  search_name text not null,
  ownership text null,
  organisation_number text null,
  source_id text not null,
  primary key (provider_id),
  foreign key (source_id) references rpt.source (source_id),
  check (ownership is null or ownership in ('municipal', 'private', 'nonprofit', 'regional', 'state'))
) without rowid, strict;

-- The aspects that questions and promises belong to.
create table rpt.quality_factor (
  quality_factor_id text not null,
  name text not null,
  sort_order integer not null,
  primary key (quality_factor_id)
) without rowid, strict;

-- A survey and its floor: fewest respondents behind a shown figure. rate_floor is per cent; answer_floor is the
-- fewest persons behind one shown answer. Null means no such floor.
create table rpt.survey (
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
  primary key (survey_id),
  foreign key (service_area_id) references rpt.service_area (service_area_id),
  foreign key (municipality_code) references rpt.municipality (municipality_code),
  foreign key (source_id) references rpt.source (source_id),
  check (respondent_floor >= 1),
  check (rate_floor is null or (rate_floor >= 0 and rate_floor <= 100))
) without rowid, strict;

-- One time that a survey was asked. period is the year it is known by.
create table rpt.survey_round (
  survey_id text not null,
  period integer not null,
  name text not null,
  asked_from text null,
  asked_to text null,
  published_on text null,
  is_preliminary integer not null check (is_preliminary in (0, 1)),
  primary key (survey_id, period),
  foreign key (survey_id) references rpt.survey (survey_id)
) without rowid, strict;

-- A set of answers that a question offers.
create table rpt.answer_scale (
  scale_id text not null,
  name text not null,
  primary key (scale_id)
) without rowid, strict;

-- One answer of a scale, best first. score is null where the answer has none (do not know).
create table rpt.answer_option (
  scale_id text not null,
  answer integer not null,
  label text not null,
  score real null,
  is_positive integer not null check (is_positive in (0, 1)),
  primary key (scale_id, answer),
  foreign key (scale_id) references rpt.answer_scale (scale_id)
) without rowid, strict;

-- A question as it was worded. Another wording is another question; replaces_key points at the one before it.
create table rpt.question (
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
  primary key (question_key),
  unique (question_id),
  foreign key (survey_id) references rpt.survey (survey_id),
  foreign key (quality_factor_id) references rpt.quality_factor (quality_factor_id),
  foreign key (scale_id) references rpt.answer_scale (scale_id),
  foreign key (replaces_key) references rpt.question (question_key)
) without rowid, strict;

-- The rounds in which a question was asked.
create table rpt.question_round (
  question_key integer not null,
  period integer not null,
  primary key (question_key, period),
  foreign key (question_key) references rpt.question (question_key)
) without rowid, strict;

-- What is measured: a question's share of positive answers, its mean, or an indicator. low and high bound the
-- scale. Period kind undated: the source does not say when; the period is then 0.
create table rpt.measure (
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
  primary key (measure_key),
  unique (measure_id),
  foreign key (question_key) references rpt.question (question_key),
  foreign key (survey_id) references rpt.survey (survey_id),
  foreign key (service_area_id) references rpt.service_area (service_area_id),
  foreign key (source_id) references rpt.source (source_id),
  check (kind in ('share', 'mean', 'count', 'ratio')),
  check (better in ('higher', 'lower', 'neither')),
  check (period_kind in ('round', 'year', 'school_year', 'undated'))
) without rowid, strict;
create index ix_measure_question on rpt.measure (question_key);

-- A place where a service is given. is_listed is 0 when its source no longer names it; its figures stay. The
-- headline is the newest figure that the list shows; null where there is none.
create table rpt.unit (
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
  primary key (unit_id),
  foreign key (municipality_code) references rpt.municipality (municipality_code),
  foreign key (service_area_id) references rpt.service_area (service_area_id),
  foreign key (provider_id) references rpt.provider (provider_id),
  foreign key (headline_measure_key) references rpt.measure (measure_key),
  foreign key (source_id) references rpt.source (source_id),
  check (ownership is null or ownership in ('municipal', 'private', 'nonprofit', 'regional', 'state'))
) without rowid, strict;
create index ix_unit_list on rpt.unit (municipality_code, service_area_id, sort_key);
create index ix_unit_sort on rpt.unit (sort_key);

-- Other names that a unit has had or that a source gives it.
create table rpt.unit_alias (
  unit_id text not null,
  name text not null,
  search_name text not null,
  source_id text not null,
  primary key (unit_id, name, source_id),
  foreign key (unit_id) references rpt.unit (unit_id),
  foreign key (source_id) references rpt.source (source_id)
) without rowid, strict;

-- The ids that sources know a unit by.
create table rpt.unit_outside_id (
  source_id text not null,
  outside_id text not null,
  unit_id text not null,
  primary key (source_id, outside_id),
  foreign key (unit_id) references rpt.unit (unit_id),
  foreign key (source_id) references rpt.source (source_id)
) without rowid, strict;
create index ix_unit_outside_id_unit on rpt.unit_outside_id (unit_id);

-- What a figure is about: a unit, a district of a municipality, a municipality, a group or the country.
create table rpt.subject (
  subject_key integer not null,
  scope text not null,
  subject_id text not null,
  name text not null,
  unit_id text null,
  municipality_code text null,
  group_id text null,
  primary key (subject_key),
  unique (scope, subject_id),
  foreign key (unit_id) references rpt.unit (unit_id),
  foreign key (municipality_code) references rpt.municipality (municipality_code),
  foreign key (group_id) references rpt.municipality_group (group_id),
  check ((scope = 'unit' and unit_id is not null) or (scope in ('district', 'municipality') and municipality_code is not null and unit_id is null) or (scope = 'group' and group_id is not null and unit_id is null) or (scope = 'country' and unit_id is null and municipality_code is null and group_id is null))
) without rowid, strict;
create index ix_subject_unit on rpt.subject (unit_id);
create index ix_subject_municipality on rpt.subject (municipality_code, scope);

-- Why a figure is shown or not. The numbers are the code's ObservationState.
create table rpt.observation_state (
  state integer not null,
  name text not null,
  primary key (state)
) without rowid, strict;

-- One figure: a measure for a subject in a period for a sex (T all, K women and girls, M men and boys). A figure
-- that is not shown has no value. response_rate is per cent; is_derived is the portal's own calculation;
-- is_doubtful means that the source contradicts itself; edition_number is the edition that last changed it.
create table rpt.observation (
  subject_key integer not null,
  measure_key integer not null,
  period integer not null,
  sex text not null,
  state integer not null,
  value real null,
  respondents integer null,
  invited integer null,
  response_rate real null,
  is_derived integer not null check (is_derived in (0, 1)),
  is_doubtful integer not null check (is_doubtful in (0, 1)),
  edition_number integer not null,
  primary key (subject_key, measure_key, period, sex),
  foreign key (subject_key) references rpt.subject (subject_key),
  foreign key (measure_key) references rpt.measure (measure_key),
  foreign key (state) references rpt.observation_state (state),
  check (sex in ('T', 'K', 'M')),
  check ((state in (1, 7) and value is not null) or (state not in (1, 7) and value is null)),
  check (respondents is null or respondents >= 0),
  check (invited is null or invited >= 0),
  check (response_rate is null or (response_rate >= 0 and response_rate <= 100))
) without rowid, strict;

-- How the answers to a question were spread. share is per cent, as the source rounds it: the shares need not add
-- up to 100.
create table rpt.answer_distribution (
  subject_key integer not null,
  question_key integer not null,
  period integer not null,
  sex text not null,
  answer integer not null,
  state integer not null,
  share real null,
  edition_number integer not null,
  primary key (subject_key, question_key, period, sex, answer),
  foreign key (subject_key) references rpt.subject (subject_key),
  foreign key (question_key) references rpt.question (question_key),
  foreign key (state) references rpt.observation_state (state),
  check (sex in ('T', 'K', 'M')),
  check ((state in (1, 7) and share is not null) or (state not in (1, 7) and share is null)),
  check (share is null or (share >= 0 and share <= 100))
) without rowid, strict;

-- What the night published. The row is the last thing that a publishing transaction writes.
create table rpt.edition (
  edition_number integer not null,
  published_at text not null,
  night_number integer not null,
  added integer not null,
  changed integer not null,
  removed integer not null,
  observations integer not null,
  primary key (edition_number)
) without rowid, strict;

-- The deliveries that an edition rests on. delivery_hash is the SHA-256 of what was read.
create table rpt.edition_source (
  edition_number integer not null,
  source_id text not null,
  delivery_hash text not null,
  read_at text not null,
  added integer not null,
  changed integer not null,
  removed integer not null,
  primary key (edition_number, source_id),
  foreign key (source_id) references rpt.source (source_id)
) without rowid, strict;

-- What an edition added, changed and removed. A source's first edition is its own list and has no rows here.
create table rpt.edition_change (
  edition_number integer not null,
  change_number integer not null,
  source_id text not null,
  kind text not null,
  subject_key integer not null,
  measure_key integer not null,
  period integer not null,
  sex text not null,
  old_state integer null,
  old_value real null,
  new_state integer null,
  new_value real null,
  reason text null,
  primary key (edition_number, change_number),
  foreign key (source_id) references rpt.source (source_id),
  foreign key (subject_key) references rpt.subject (subject_key),
  foreign key (measure_key) references rpt.measure (measure_key),
  check (kind in ('added', 'changed', 'removed'))
) without rowid, strict;
create index ix_edition_change_subject on rpt.edition_change (subject_key, edition_number);

-- One run of the night. edition_number is null when nothing was published.
create table rpt.night (
  night_number integer not null,
  started_at text not null,
  ended_at text null,
  outcome text not null,
  edition_number integer null,
  message text null,
  primary key (night_number),
  check (outcome in ('running', 'published', 'unchanged', 'failed'))
) without rowid, strict;

-- What one source gave in one night.
create table rpt.night_source (
  night_number integer not null,
  source_id text not null,
  sort_order integer not null,
  name text not null,
  outcome text not null,
  delivery_hash text null,
  rows_read integer not null,
  rows_accepted integer not null,
  rows_rejected integer not null,
  rows_unchanged integer not null,
  remarks integer not null,
  seconds real not null,
  message text null,
  primary key (night_number, source_id),
  foreign key (night_number) references rpt.night (night_number),
  check (outcome in ('read', 'unchanged', 'failed'))
) without rowid, strict;

-- How many rows of a source were rejected, or remarked on, for each reason.
create table rpt.night_reason (
  night_number integer not null,
  source_id text not null,
  kind text not null,
  reason text not null,
  rows_concerned integer not null,
  primary key (night_number, source_id, kind, reason),
  foreign key (night_number) references rpt.night (night_number),
  check (kind in ('reject', 'remark'))
) without rowid, strict;

-- Rows that the night did not take, or took with a remark, as they arrived, for reading.
create table stg.reject (
  night_number integer not null,
  reject_number integer not null,
  source_id text not null,
  kind text not null,
  file_name text not null,
  line_number integer null,
  reason text not null,
  detail text null,
  content text null,
  primary key (night_number, reject_number)
) without rowid, strict;

-- The files that a night read and where their bytes are kept.
create table stg.delivery (
  night_number integer not null,
  source_id text not null,
  file_name text not null,
  file_hash text not null,
  bytes integer not null,
  kept_as text not null,
  primary key (night_number, source_id, file_name)
) without rowid, strict;

-- Survey units that became units of their own, with the nearest names in the register.
create table stg.unmatched (
  night_number integer not null,
  source_id text not null,
  outside_id text not null,
  name text not null,
  unit_id text not null,
  reason text not null,
  candidates text null,
  primary key (night_number, source_id, outside_id)
) without rowid, strict;

-- The figures of this night, keyed, before they are compared with the published ones. Emptied every night.
-- source_number is the place of the source in the night.
create table stg.observation (
  source_number integer not null,
  subject_key integer not null,
  measure_key integer not null,
  period integer not null,
  sex text not null,
  state integer not null,
  value real null,
  respondents integer null,
  invited integer null,
  response_rate real null,
  is_derived integer not null check (is_derived in (0, 1)),
  is_doubtful integer not null check (is_doubtful in (0, 1)),
  primary key (subject_key, measure_key, period, sex)
) without rowid, strict;

-- The answers of this night, keyed, before they are compared with the published ones. Emptied every night.
-- source_number is the place of the source in the night.
create table stg.answer_distribution (
  source_number integer not null,
  subject_key integer not null,
  question_key integer not null,
  period integer not null,
  sex text not null,
  answer integer not null,
  state integer not null,
  share real null,
  primary key (subject_key, question_key, period, sex, answer)
) without rowid, strict;

-- The night's picture of rpt.source.
create table stg.source (
  source_id text not null,
  name text not null,
  publisher text not null,
  credit text not null,
  licence text null,
  licence_address text null,
  address text null,
  cadence text null,
  is_sample integer not null check (is_sample in (0, 1)),
  primary key (source_id)
) without rowid, strict;

-- The night's picture of rpt.municipality.
create table stg.municipality (
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
  primary key (municipality_code)
) without rowid, strict;

-- The night's picture of rpt.municipality_neighbour.
create table stg.municipality_neighbour (
  municipality_code text not null,
  neighbour_code text not null,
  primary key (municipality_code, neighbour_code)
) without rowid, strict;

-- The night's picture of rpt.municipality_group.
create table stg.municipality_group (
  group_id text not null,
  name text not null,
  sort_key text not null,
  kind text not null,
  of_municipality_code text null,
  period integer null,
  source_id text not null,
  primary key (group_id)
) without rowid, strict;

-- The night's picture of rpt.municipality_group_member.
create table stg.municipality_group_member (
  group_id text not null,
  municipality_code text not null,
  primary key (group_id, municipality_code)
) without rowid, strict;

-- The night's picture of rpt.service_area.
create table stg.service_area (
  service_area_id text not null,
  name text not null,
  unit_word text not null,
  sort_order integer not null,
  primary key (service_area_id)
) without rowid, strict;

-- The night's picture of rpt.provider.
create table stg.provider (
  provider_id text not null,
  name text not null,
  sort_key text not null,
  search_name text not null,
  ownership text null,
  organisation_number text null,
  source_id text not null,
  primary key (provider_id)
) without rowid, strict;

-- The night's picture of rpt.quality_factor.
create table stg.quality_factor (
  quality_factor_id text not null,
  name text not null,
  sort_order integer not null,
  primary key (quality_factor_id)
) without rowid, strict;

-- The night's picture of rpt.survey.
create table stg.survey (
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
  primary key (survey_id)
) without rowid, strict;

-- The night's picture of rpt.survey_round.
create table stg.survey_round (
  survey_id text not null,
  period integer not null,
  name text not null,
  asked_from text null,
  asked_to text null,
  published_on text null,
  is_preliminary integer not null check (is_preliminary in (0, 1)),
  primary key (survey_id, period)
) without rowid, strict;

-- The night's picture of rpt.answer_scale.
create table stg.answer_scale (
  scale_id text not null,
  name text not null,
  primary key (scale_id)
) without rowid, strict;

-- The night's picture of rpt.answer_option.
create table stg.answer_option (
  scale_id text not null,
  answer integer not null,
  label text not null,
  score real null,
  is_positive integer not null check (is_positive in (0, 1)),
  primary key (scale_id, answer)
) without rowid, strict;

-- The night's picture of rpt.question.
create table stg.question (
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
  primary key (question_key)
) without rowid, strict;

-- The night's picture of rpt.question_round.
create table stg.question_round (
  question_key integer not null,
  period integer not null,
  primary key (question_key, period)
) without rowid, strict;

-- The night's picture of rpt.measure.
create table stg.measure (
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
  primary key (measure_key)
) without rowid, strict;

-- The night's picture of rpt.unit.
create table stg.unit (
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
  primary key (unit_id)
) without rowid, strict;

-- The night's picture of rpt.unit_alias.
create table stg.unit_alias (
  unit_id text not null,
  name text not null,
  search_name text not null,
  source_id text not null,
  primary key (unit_id, name, source_id)
) without rowid, strict;

-- The night's picture of rpt.unit_outside_id.
create table stg.unit_outside_id (
  source_id text not null,
  outside_id text not null,
  unit_id text not null,
  primary key (source_id, outside_id)
) without rowid, strict;

-- The night's picture of rpt.subject.
create table stg.subject (
  subject_key integer not null,
  scope text not null,
  subject_id text not null,
  name text not null,
  unit_id text null,
  municipality_code text null,
  group_id text null,
  primary key (subject_key)
) without rowid, strict;

insert into rpt.observation_state (state, name) values
  (1, 'published'),
  (2, 'suppressed'),
  (3, 'not_asked'),
  (4, 'no_answer'),
  (5, 'not_applicable'),
  (6, 'missing'),
  (7, 'preliminary');
