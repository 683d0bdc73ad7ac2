-- min_reader: 1
-- The foundation: accounts, frameworks, children and their care, homes, assessments, searches, audit.
-- SQL that SQLite 3.15 and PostgreSQL 15 both accept. Dates are text YYYY-MM-DD, moments UTC text,
-- truth values 0 or 1, money integer pence a week. Intervals are half open.

create table store_info (
    name text primary key,
    value text not null
);

create table account (
    id text primary key,
    name text not null unique,
    person_name text not null,
    role text not null,
    active integer not null,
    passphrase_by_other integer not null default 0,
    slot_check text not null default '',
    row_version integer not null,
    created_at text not null, created_by text not null,
    changed_at text not null, changed_by text not null
);

create table framework_version (
    id text primary key,
    family text not null,
    version text not null,
    title text not null,
    body text not null,
    loaded_at text not null, loaded_by text not null,
    unique (family, version)
);

create table policy_version (
    version text primary key,
    body text not null,
    created_at text not null
);

create table provider (
    id text primary key,
    name text not null unique,
    own_service integer not null
);

-- name_key, number_key: by which lists put names and numbers in order (support/text/search_words.h).
create table child (
    id text primary key,
    name_key text not null,
    number_key text not null,
    case_number text not null,
    case_key text not null unique,
    given_name text not null,
    family_name text not null,
    preferred_name text not null,
    sex text not null,
    birth_date text not null,
    birth_expected integer not null default 0,
    ethnicity text not null,
    upn text not null,
    family_location text,
    school_location text,
    language text not null,
    likes_pets integer,
    worker text,
    what_matters_to_me text not null,
    what_i_am_good_at text not null,
    my_hopes text not null,
    former_numbers text not null,
    row_version integer not null,
    created_at text not null, created_by text not null,
    changed_at text not null, changed_by text not null
);

create index child_name on child (name_key, id);
create index child_number on child (number_key, name_key, id);
create index child_birth_date on child (birth_date);
create index child_worker on child (worker, name_key, id);

-- By the numbers a child had in records that became this one; kept by the repository with the child.
create table former_number (
    case_key text primary key,
    child text not null references child (id)
);
create index former_number_child on former_number (child);

-- Two records of one person that became one. gone_child: no child any more while separated_at is empty.
create table child_merge (
    id text primary key,
    kept_child text not null,
    gone_child text not null,
    gone_number text not null,
    gone_name text not null,
    care text not null,
    reason text not null,
    merged_at text not null,
    merged_by text not null references account (id),
    way_back text not null,
    separated_at text not null
);
create index child_merge_kept on child_merge (kept_child, separated_at);
create index child_merge_gone on child_merge (gone_child, separated_at);

create table sibling_link (
    child text not null references child (id),
    sibling text not null references child (id),
    primary key (child, sibling)
);

create table care_period (
    id text primary key,
    child text not null references child (id),
    starts_on text not null,
    ends_on text,
    need_code text not null,
    end_code text not null,
    row_version integer not null,
    created_at text not null, created_by text not null,
    changed_at text not null, changed_by text not null
);
create index care_period_child on care_period (child, starts_on, ends_on);

create table legal_status (
    id text primary key,
    child text not null references child (id),
    starts_on text not null,
    ends_on text,
    code text not null,
    need_code text not null,
    start_reason text not null,
    change_reason text not null,
    home_postcode text,
    row_version integer not null,
    created_at text not null, created_by text not null,
    changed_at text not null, changed_by text not null
);
create index legal_status_child on legal_status (child, starts_on);

create table home (
    id text primary key,
    name_key text not null,
    kind text not null,
    name text not null,
    reference text not null unique,
    provider text references provider (id),
    carers text not null,
    status text not null,
    places integer not null,
    youngest_years integer not null,
    oldest_years integer not null,
    only_sex text,
    types text not null,
    review_due_on text,
    named_children text not null,
    location text,
    postcode text not null,
    address text not null,
    telephone text not null,
    email text not null,
    supervising_worker text not null,
    languages text not null,
    has_pets integer,
    weekly_cost_pence integer,
    note text not null,
    row_version integer not null,
    created_at text not null, created_by text not null,
    changed_at text not null, changed_by text not null
);

create index home_name on home (name_key, id);
create index home_provider on home (provider);

create table placement (
    id text primary key,
    child text not null references child (id),
    home text references home (id),
    starts_on text not null,
    ends_on text,
    place_code text not null,
    provider_code text not null,
    provider_number text not null,
    place_postcode text not null,
    home_postcode text not null,
    start_reason text not null,
    change_reason text not null,
    weekly_cost_pence integer,
    withdrawn text,
    withdrawn_note text not null,
    outside_terms_until text,
    outside_terms_agreed_by text not null,
    outside_terms_settled text not null,
    leaves_by text,
    notice_given_on text,
    row_version integer not null,
    created_at text not null, created_by text not null,
    changed_at text not null, changed_by text not null
);
create index placement_child on placement (child, starts_on, ends_on, id, home, withdrawn);
create index placement_home on placement (home, starts_on, ends_on, withdrawn);
create index placement_postcode on placement (place_postcode);

-- What returns reported, row by row: a child's history is derived from the rows that stand. The
-- rows are never changed; an import is sealed with the number of them.
create table return_import (
    id text primary key,
    at text not null,
    by_account text not null references account (id),
    files text not null,
    findings text not null,
    children_created integer not null,
    children_changed integer not null,
    undone_at text not null
);
create table reported_row (
    import text not null references return_import (id),
    file text not null,
    line integer not null,
    report text not null,
    year integer not null,
    child_key text not null,
    cells text not null
);
create index reported_row_child on reported_row (child_key);
create index reported_row_import on reported_row (import, child_key);

-- A directory of other people's facts, replaced as it is loaded: not sealed.
create table postcode (
    key text primary key,
    easting integer not null,
    northing integer not null
);

create table decided_days (
    id text primary key,
    child text not null references child (id),
    first_on text not null,
    last_on text not null
);
create index decided_days_child on decided_days (child, first_on);

create table skills_profile (
    id text primary key,
    home text not null references home (id),
    framework text not null references framework_version (id),
    recorded_on text not null,
    recorded_at text not null,
    recorded_by text not null
);
create index skills_profile_home on skills_profile (home, recorded_at);

create table skill (
    profile text not null references skills_profile (id),
    position integer not null,
    domain text not null,
    perspective text not null,
    level integer,
    evidence text not null,
    strength text not null,
    primary key (profile, position)
);

-- level_total, agreed_levels: of the agreed ratings, kept because ratings never change, every list of
-- children shows the sum and every figure of a population reads the levels. number: the order in which the child's assessments were recorded, whatever clocks said.
-- corrected_by: another one stands in its place.
create table assessment (
    id text primary key,
    child text not null references child (id),
    framework text not null references framework_version (id),
    assessed_on text not null,
    completed_at text not null,
    completed_by text not null,
    number integer not null,
    corrects text references assessment (id),
    reason text not null default '',
    corrected_by text references assessment (id),
    level_total integer not null,
    agreed_levels text not null
);
create index assessment_child on assessment (child, corrected_by, assessed_on, number, id, level_total);
create index assessment_total on assessment (level_total);

create table rating (
    assessment text not null references assessment (id),
    position integer not null,
    domain text not null,
    perspective text not null,
    level integer,
    evidence text not null,
    strength text not null,
    primary key (assessment, position)
);

-- Words by which children, homes and providers are found, folded, kept by the repositories with their
-- records. part: 0 name, 1 number, 2 place.
create table search_word (
    word text not null,
    kind text not null,
    record text not null,
    part integer not null
);
create index search_word_word on search_word (word, kind, record, part);
create index search_word_record on search_word (record, word);

-- writer: the window that wrote it; each has its own, so that none writes over another's words.
create table draft (
    account text not null,
    kind text not null,
    record text not null,
    writer text not null,
    body text not null,
    changed_at text not null,
    primary key (account, kind, record, writer)
);

-- A household as lists showed it: one row for each version of its record and its skills that a
-- search met. A search names its households by these numbers. skills_profile '': none recorded.
create table household_version (
    number integer primary key,
    home text not null references home (id),
    home_version integer not null,
    skills_profile text not null,
    name text not null,
    reference text not null,
    kind text not null,
    provider_name text not null,
    own_service integer not null,
    postcode text not null,
    weekly_cost_pence integer,
    unique (home, home_version, skills_profile)
);

-- placement '': the child lived nowhere on record. shown: what was asked and the list as it was
-- shown, in one text (src/app/matching/search_text.h).
create table search (
    id text primary key,
    child text not null references child (id),
    needed_on text not null,
    home_kind text not null,
    placement_type text,
    max_miles double precision,
    policy_version text not null references policy_version (version),
    framework text not null references framework_version (id),
    assessment text references assessment (id),
    placement text not null,
    placement_version integer not null,
    looked_at integer not null,
    candidates integer not null,
    near_misses integer not null,
    milliseconds double precision not null,
    shown text not null,
    opened_at text not null,
    opened_by text not null
);
create index search_child on search (child, opened_at);

-- rank: where the household stood in the list of the search; 0: a near miss.
create table decision (
    id text primary key,
    search text not null references search (id),
    home text not null references home (id),
    rank integer not null,
    placement text not null references placement (id),
    reason text not null,
    waived_limit text,
    waiver_reason text not null,
    decided_at text not null,
    decided_by text not null
);
create index decision_placement on decision (placement);

create table audit (
    sequence integer primary key,
    at text not null,
    account text not null,
    use_case text not null,
    entity text not null,
    entity_id text not null,
    child text not null,
    before_fields text not null,
    after_fields text not null,
    previous_hash text not null,
    hash text not null,
    rights text not null,
    seals text not null
);
create index audit_child on audit (child);
create index audit_entity on audit (entity, entity_id);

create table view_log (
    sequence integer primary key,
    at text not null,
    account text not null,
    child text not null
);
create index view_log_child on view_log (child, account, sequence);

-- Key slots decided on but perhaps not yet in keys.json: taken away once they are there.
create table key_change (
    account text primary key,
    slot text not null
);
