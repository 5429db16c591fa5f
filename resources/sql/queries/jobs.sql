-- SPDX-License-Identifier: GPL-3.0-or-later
-- The table of jobs. A claim is named by the job and its attempts: each claim counts one up.

-- name: job_enqueue
insert into job (job_id, queue, kind, key, payload, priority, run_at, max_attempts, created_at)
select new.job_id, new.queue, new.kind, new.key, new.payload, new.priority::integer, new.run_at,
       new.max_attempts::integer, :now
from unnest(:job_ids::uuid[], :queues::text[], :kinds::text[], :keys::text[], :payloads::jsonb[],
            :priorities::bigint[], :run_ats::timestamptz[], :max_attempts::bigint[])
  as new (job_id, queue, kind, key, payload, priority, run_at, max_attempts)
order by new.kind, new.key
on conflict (kind, key) where state = 'ready' do update
  set run_at = least(job.run_at, excluded.run_at), priority = greatest(job.priority, excluded.priority)
returning job_id;

-- name: job_present
select distinct job.kind, job.key
from unnest(:kinds::text[], :keys::text[]) as wanted (kind, key)
join job on job.kind = wanted.kind and job.key = wanted.key
where job.state = any (:states::text[]);

-- name: job_not_later
update job
set run_at = wanted.run_at
from unnest(:kinds::text[], :keys::text[], :run_ats::timestamptz[]) as wanted (kind, key, run_at)
where job.kind = wanted.kind and job.key = wanted.key and job.state = 'ready' and job.run_at > wanted.run_at;

-- name: job_claim
with due as (
  select found.job_id
  from unnest(:queues::text[]) with ordinality as wanted (queue, place)
  cross join lateral (
    select candidate.job_id
    from job as candidate
    where candidate.queue = wanted.queue and candidate.state = 'ready' and candidate.run_at <= :now
      and (cardinality(:kinds::text[]) = 0 or candidate.kind = any (:kinds::text[]))
    order by candidate.priority desc, candidate.run_at, candidate.job_id
    limit :limit
    for update skip locked) as found
  limit :limit)
update job
set state = 'running', attempts = job.attempts + 1, worker = :worker, lease_until = :lease_until
from due
where job.job_id = due.job_id
returning job.job_id, job.queue, job.kind, job.key, job.payload, job.state, job.priority, job.run_at, job.attempts,
  job.max_attempts, job.done_count, job.total_count, job.cancel_requested, job.worker, job.lease_until,
  job.last_error, job.created_at, job.finished_at;

-- name: job_claim_earliest
with due as (
  select job_id
  from job
  where state = 'ready' and run_at <= :now
  order by run_at, priority desc, job_id
  limit 1
  for update skip locked)
update job
set state = 'running', attempts = job.attempts + 1, worker = :worker, lease_until = :lease_until
from due
where job.job_id = due.job_id
returning job.job_id, job.queue, job.kind, job.key, job.payload, job.state, job.priority, job.run_at, job.attempts,
  job.max_attempts, job.done_count, job.total_count, job.cancel_requested, job.worker, job.lease_until,
  job.last_error, job.created_at, job.finished_at;

-- name: job_complete
update job
set state = 'done', finished_at = :now, lease_until = null, last_error = null
from unnest(:job_ids::uuid[], :attempts::bigint[]) as done (job_id, attempts)
where job.job_id = done.job_id and job.attempts = done.attempts and job.state = 'running';

-- name: job_give_back
with given as (
  select back.job_id, back.attempts, back.state, back.run_at, back.uncounted, back.error, job.kind, job.key,
         job.cancel_requested,
         row_number() over (partition by job.kind, job.key order by back.run_at, back.job_id) as place
  from unnest(:job_ids::uuid[], :attempts::bigint[], :states::text[], :run_ats::timestamptz[], :uncounted::bigint[],
              :errors::text[]) as back (job_id, attempts, state, run_at, uncounted, error)
  join job on job.job_id = back.job_id
  where job.attempts = back.attempts and job.state = 'running'),
settled as (
  select given.*,
         case when given.state = 'ready'
                and (given.cancel_requested or given.place > 1
                     or exists (select from job as waiting where waiting.kind = given.kind
                                and waiting.key = given.key and waiting.state = 'ready'))
              then 'cancelled' else given.state end as final_state
  from given)
update job
set state = settled.final_state, run_at = settled.run_at, attempts = job.attempts - settled.uncounted::integer,
    lease_until = null, last_error = coalesce(settled.error, job.last_error),
    finished_at = case when settled.final_state <> 'ready' then :now::timestamptz end
from settled
where job.job_id = settled.job_id
returning job.job_id, job.state;

-- A lease far in the future was given by a clock that was wrong.
-- name: job_expired
select job_id, attempts, max_attempts
from job
where state = 'running' and (lease_until < :now or lease_until > :latest)
order by lease_until
limit :limit
for update skip locked;

-- name: job_renew
update job
set lease_until = :lease_until
from unnest(:job_ids::uuid[], :attempts::bigint[]) as held (job_id, attempts)
where job.job_id = held.job_id and job.attempts = held.attempts and job.state = 'running';

-- name: job_progress
update job
set done_count = :done, total_count = :total, lease_until = :lease_until
where job_id = :job_id and attempts = :attempts::bigint and state = 'running'
returning cancel_requested;

-- name: job_request_cancel
update job
set state = case when state = 'ready' then 'cancelled' else state end,
    finished_at = case when state = 'ready' then :now::timestamptz end,
    cancel_requested = true
where job_id = :job_id and state in ('ready', 'running');

-- name: job_revive
update job
set state = 'ready', run_at = :now, attempts = 0, finished_at = null, cancel_requested = false
where job_id = :job_id and state = 'dead';

-- name: job_by_id
select job_id, queue, kind, key, payload, state, priority, run_at, attempts, max_attempts, done_count, total_count,
  cancel_requested, worker, lease_until, last_error, created_at, finished_at
from job
where job_id = :job_id;

-- name: job_list
select job_id, queue, kind, key, payload, state, priority, run_at, attempts, max_attempts, done_count, total_count,
  cancel_requested, worker, lease_until, last_error, created_at, finished_at
from job
where (cardinality(:states::text[]) = 0 or state = any (:states::text[]))
  and (:kind::text = '' or kind = :kind::text)
order by job_id desc
limit :limit;

-- name: job_counts
select queue, state, count(*)
from job
where state in ('ready', 'running', 'dead')
group by queue, state
order by queue, state;

-- name: job_next_due
select min(run_at) from job where state = 'ready';

-- name: job_clean_up
delete from job
where job_id in (
  select job_id
  from job
  where (state in ('done', 'cancelled') and finished_at < :finished_before)
     or (state = 'dead' and finished_at < :dead_before)
  order by job_id
  limit :limit);
