-- SPDX-License-Identifier: GPL-3.0-or-later
-- Views that the login may see; a superuser, whom no policy holds, sees its own and the shared ones.

-- name: saved_views
select saved_view_id, list, name, owner, shared_with, settings, version, owner = current_user::text
from saved_view where sees_view(owner, shared_with)
order by lower(name), saved_view_id

-- name: saved_view_by_id
select saved_view_id, list, name, owner, shared_with, settings, version, owner = current_user::text
from saved_view where saved_view_id = :view and sees_view(owner, shared_with)

-- name: saved_view_add
insert into saved_view (saved_view_id, list, name, owner, shared_with, settings, updated_at)
values (:view, :list, :name, current_user::text, :shared_with, :settings, :now)

-- name: saved_view_settings
update saved_view set settings = :settings, version = version + 1, updated_at = :now
where saved_view_id = :view and version = :version

-- name: saved_view_rename
update saved_view set name = :name, updated_at = :now where saved_view_id = :view

-- name: saved_view_share
update saved_view set shared_with = :shared_with, updated_at = :now where saved_view_id = :view

-- name: saved_view_remove
delete from saved_view where saved_view_id = :view
