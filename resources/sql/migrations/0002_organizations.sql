-- SPDX-License-Identifier: GPL-3.0-or-later
-- Business versions, organizations, their people and teams, and the limits that hold for them now.

create table business_version (
  version bigint primary key check (version > 0),
  document jsonb not null,
  digest text not null,
  author text not null,
  applied_at timestamptz not null
);
comment on table business_version is 'What the business was at each apply; the highest holds now';
create trigger audit_row after insert or update or delete on business_version
  for each row execute function audit_global('business_version');

create table plan_version (
  plan_version_id uuid primary key,
  plan_id text not null,
  version bigint not null check (version > 0),
  definition jsonb not null,
  created_at timestamptz not null,
  unique (plan_id, version)
);
comment on table plan_version is 'Immutable: subscriptions keep the version they were sold. @reference';

create table organization (
  organization_id uuid primary key,
  name text not null check (name <> ''),
  description text not null default '',
  url text not null default '',
  email text not null,
  telephone text not null default '',
  number_of_employees integer check (number_of_employees >= 0),
  founding_date date,
  industry text not null default '',
  street_address text not null default '',
  address_locality text not null default '',
  address_region text not null default '',
  postal_code text not null default '',
  address_country text not null check (address_country ~ '^[A-Z]{2}$'),
  time_zone text not null,
  date_format text not null default '',
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  language text not null default 'en',
  vat_id text not null default '',
  status text not null
    check (status in ('onboarding', 'onboarded', 'active', 'suspended', 'churned', 'closed')),
  status_before text not null default '',
  status_reason text not null default '',
  customer_number text not null default '',
  created_at timestamptz not null,
  onboarded_at timestamptz,
  updated_at timestamptz not null,
  -- What lists sort and filter by; written by the later domains in the transaction that changes the fact.
  plan_id text not null default '',
  subscription_status text not null default '',
  mrr_twelfths bigint not null default 0,
  name_normalized text not null generated always as (lower(name)) stored,
  email_normalized text not null generated always as (lower(email)) stored,
  search_text text not null generated always as (lower(name || ' ' || email || ' ' || url || ' ' || customer_number))
    stored,
  check ((status = 'suspended') = (status_before <> ''))
);
create index organization_by_name on organization (name_normalized, organization_id);
create index organization_by_mrr on organization (mrr_twelfths desc, organization_id);
create index organization_by_created on organization (created_at desc, organization_id);
create index organization_by_status_name on organization (status, name_normalized, organization_id);
create index organization_by_status_mrr on organization (status, mrr_twelfths desc, organization_id);
create index organization_by_status_created on organization (status, created_at desc, organization_id);
create index organization_by_plan_name on organization (plan_id, name_normalized, organization_id);
create index organization_by_plan_mrr on organization (plan_id, mrr_twelfths desc, organization_id);
create index organization_by_plan_created on organization (plan_id, created_at desc, organization_id);
create index organization_by_plan_and_status_name on organization (plan_id, status, name_normalized, organization_id);
create index organization_by_plan_and_status_mrr on organization (plan_id, status, mrr_twelfths desc, organization_id);
create index organization_by_plan_and_status_created on organization (plan_id, status, created_at desc, organization_id);
create index organization_search on organization using gin (search_text gin_trgm_ops);

-- What a row of a list shows and is sorted by, for whoever may read the organization.
create view organization_listed with (security_invoker = true) as
  select organization_id, name, email, url, address_country, status, plan_id, subscription_status, mrr_twelfths, currency,
         created_at, name_normalized
  from organization;

-- ORG-2: every other move is refused, whoever tries.
create function organization_status_moves() returns trigger
  language plpgsql as $$
begin
  if old.status = 'closed'
     or (new.status = 'suspended' and new.status_before <> old.status)
     or (old.status = 'suspended' and new.status not in (old.status_before, 'churned', 'closed'))
     or (old.status <> 'suspended' and (old.status, new.status) not in (
       ('onboarding', 'onboarded'), ('onboarding', 'active'), ('onboarded', 'active'), ('churned', 'active'),
       ('onboarding', 'suspended'), ('onboarded', 'suspended'), ('active', 'suspended'), ('churned', 'suspended'),
       ('onboarding', 'churned'), ('onboarded', 'churned'), ('active', 'churned'),
       ('onboarding', 'closed'), ('onboarded', 'closed'), ('active', 'closed'), ('churned', 'closed'))) then
    perform tenantry.refuse('organization.illegal_move',
                            format('An organization cannot go from %s to %s.', old.status, new.status));
  end if;
  return new;
end
$$;
create trigger status_moves before update of status on organization
  for each row when (old.status is distinct from new.status) execute function organization_status_moves();

create table member (
  organization_id uuid not null references organization,
  member_id uuid not null,
  given_name text not null default '',
  additional_name text not null default '',
  family_name text not null default '',
  email text not null,
  email_normalized text not null generated always as (lower(email)) stored,
  job_title text not null default '',
  telephone text not null default '',
  auth_provider text not null default 'email-link',
  email_verified boolean not null default false,
  external_id text not null default '',
  active boolean not null default true,
  last_login_at timestamptz,
  language text not null default '',
  created_at timestamptz not null,
  primary key (organization_id, member_id)
);
create unique index member_by_email on member (organization_id, email_normalized) where active;

create table team (
  organization_id uuid not null references organization,
  team_id uuid not null,
  parent_id uuid,
  name text not null check (name <> ''),
  description text not null default '',
  allowed_roles text[] not null default '{}',
  default_role text not null default 'viewer',
  created_at timestamptz not null,
  primary key (organization_id, team_id),
  foreign key (organization_id, parent_id) references team (organization_id, team_id)
);
create unique index team_root on team (organization_id) where parent_id is null;

create table assignment (
  organization_id uuid not null,
  assignment_id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  role text not null,
  permissions text[],
  assigned_by text not null,
  assigned_at timestamptz not null,
  expires_at timestamptz,
  ended_at timestamptz,
  primary key (organization_id, assignment_id),
  foreign key (organization_id, team_id) references team (organization_id, team_id),
  foreign key (organization_id, member_id) references member (organization_id, member_id)
);
create unique index assignment_live on assignment (organization_id, team_id, member_id) where ended_at is null;

create table organization_limit (
  organization_id uuid not null references organization,
  metric text not null,
  limit_value bigint not null check (limit_value >= -1),
  kind text not null check (kind in ('soft', 'hard')),
  granted_by text not null,
  primary key (organization_id, metric)
);
comment on table organization_limit is 'The limits in force; written by subscriptions, read where something is counted';

create table organization_feature (
  organization_id uuid not null references organization,
  feature text not null,
  granted_by text not null,
  primary key (organization_id, feature)
);

create table external_reference (
  source text not null,
  kind text not null check (kind in ('customer', 'subscription', 'invoice')),
  external_id text not null,
  organization_id uuid not null,
  record_id uuid not null,
  imported_at timestamptz not null,
  primary key (source, kind, external_id)
);
comment on table external_reference is
  'Ids of the system a record was imported from; looked up before the organization is known.';

call audit('organization', 'organization');
call audit('member', 'member');
call audit('team', 'team');
call audit('assignment', 'assignment');
call audit('organization_limit', 'organization_limit');
call audit('organization_feature', 'organization_feature');

grant select on organization_listed to "@prefix@_tenant", "@prefix@_worker", "@prefix@_success", "@prefix@_finance",
  "@prefix@_support", "@prefix@_manager", "@prefix@_administrator";
call protect('business_version', tenant => '', worker => 'ri', success => 'r', finance => 'r', support => 'r',
             manager => 'r', administrator => 'ri');
call protect('plan_version', tenant => 'r', worker => 'ri', success => 'r', finance => 'r', support => 'r',
             manager => 'r', administrator => 'ri');
call protect('organization', tenant => 'r', worker => 'riu', success => 'riu', finance => 'ru', support => 'r',
             manager => 'r', administrator => 'riu');
call protect('member', tenant => 'r', worker => 'riu', success => 'riu', finance => 'r', support => 'ru',
             manager => 'r', administrator => 'riu');
call protect('team', tenant => 'r', worker => 'riu', success => 'riu', finance => 'r', support => 'r',
             manager => 'r', administrator => 'riu');
call protect('assignment', tenant => 'r', worker => 'riu', success => 'riu', finance => 'r', support => 'r',
             manager => 'r', administrator => 'riu');
call protect('organization_limit', tenant => 'r', worker => 'riud', success => 'riud', finance => 'riud',
             support => 'r', manager => 'r', administrator => 'riud');
call protect('organization_feature', tenant => 'r', worker => 'riud', success => 'riud', finance => 'riud',
             support => 'r', manager => 'r', administrator => 'riud');
call protect('external_reference', tenant => '', worker => 'ri', success => 'r', finance => 'r', support => 'r',
             manager => 'r', administrator => 'ri');

call settle_ownership();
