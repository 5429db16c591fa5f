// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/views/service.h"

#include "services/core/json.h"

using namespace Qt::StringLiterals;

namespace tenantry::views {

namespace {

Json toJson(const Settings &settings) {
  Json json = Json::object();
  for (auto one = settings.begin(); one != settings.end(); ++one)
    json[one.key().toStdString()] = one.value().toStdString();
  return json;
}

/// What is no text is left out: another version of the program may have written it.
Settings settingsOf(const Json &json) {
  Settings settings;
  for (const auto &[key, value] : json.items())
    if (value.is_string())
      settings[QString::fromStdString(key)] = value.get<QString>();
  return settings;
}

SavedView read(const store::Row &row) {
  return {row.get<SavedViewId>(0),  row.get<QString>(1), row.get<QString>(2),
          row.get<QString>(3),      row.get<QString>(4), settingsOf(row.get<Json>(5)),
          row.get<std::int64_t>(6), row.get<bool>(7)};
}

Failure notFound() {
  return fail(u"view.not_found"_s,
              u"This view no longer exists, or is no longer shared with you."_s);
}

Result<QString> checkedName(const QString &text) {
  const QString name = text.trimmed();
  if (name.isEmpty() || name.size() > 60)
    return fail(u"view.name_missing"_s, u"Give the view a name of at most 60 characters."_s);
  return name;
}

Error named(Error error) {
  if (error.code == u"store.duplicate"_s)
    return {u"view.name_taken"_s, u"You already have a view with that name for this list."_s};
  return error;
}

} // namespace

Result<std::vector<SavedView>> ViewService::all() {
  TENANTRY_TRY(rows, m_session.database.query("saved_views", {}));
  std::vector<SavedView> views;
  for (const auto row : rows)
    views.push_back(read(row));
  return views;
}

Result<SavedView> ViewService::find(const SavedViewId &id) {
  TENANTRY_TRY(rows, m_session.database.query("saved_view_by_id", {{"view", id}}));
  if (rows.isEmpty())
    return notFound();
  return read(rows[0]);
}

Result<SavedViewId> ViewService::add(const QString &list, const QString &name,
                                     const Settings &settings, const QString &sharedWith) {
  TENANTRY_TRY(checked, checkedName(name));
  const auto id = makeId<SavedViewId>(m_session.clock.now());
  const auto added = m_session.database.execute("saved_view_add", {{"view", id},
                                                                   {"list", list},
                                                                   {"name", checked},
                                                                   {"shared_with", sharedWith},
                                                                   {"settings", toJson(settings)},
                                                                   {"now", m_session.clock.now()}});
  if (!added)
    return tl::unexpected(named(added.error()));
  return id;
}

Result<> ViewService::save(const SavedViewId &id, std::int64_t version, const Settings &settings) {
  TENANTRY_TRY(written,
               m_session.database.execute("saved_view_settings", {{"view", id},
                                                                  {"version", version},
                                                                  {"settings", toJson(settings)},
                                                                  {"now", m_session.clock.now()}}));
  if (written == 1)
    return {};
  TENANTRY_TRY(now, find(id));
  return fail(u"view.changed_since"_s,
              u"Somebody else has saved the view “%1” in the meantime."_s.arg(now.name));
}

Result<> ViewService::rename(const SavedViewId &id, const QString &name) {
  TENANTRY_TRY(checked, checkedName(name));
  return change("saved_view_rename",
                {{"view", id}, {"name", checked}, {"now", m_session.clock.now()}});
}

Result<> ViewService::share(const SavedViewId &id, const QString &group) {
  return change("saved_view_share",
                {{"view", id}, {"shared_with", group}, {"now", m_session.clock.now()}});
}

Result<> ViewService::remove(const SavedViewId &id) {
  return change("saved_view_remove", {{"view", id}});
}

Result<> ViewService::change(const char *statement,
                             std::initializer_list<store::Parameter> parameters) {
  const auto changed = m_session.database.execute(statement, parameters);
  if (!changed)
    return tl::unexpected(named(changed.error()));
  return *changed == 1 ? Result<>() : notFound();
}

} // namespace tenantry::views
