// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/session.h"
#include "services/views/values.h"

namespace tenantry::views {

/// Saved views of the login: its own, and those shared with a group that it is in. What may be done
/// with them the database decides. Errors of all that change one: `view.not_found`,
/// `view.not_yours`, `view.name_missing`, `view.name_taken`.
class ViewService {
public:
  explicit ViewService(store::Session &session) : m_session(session) {}

  [[nodiscard]] Result<std::vector<SavedView>> all(); ///< by name
  [[nodiscard]] Result<SavedView> find(const SavedViewId &id);
  [[nodiscard]] Result<SavedViewId> add(const QString &list, const QString &name,
                                        const Settings &settings, const QString &sharedWith = {});
  /// Of that version; error `view.changed_since`: somebody else saved it meanwhile.
  [[nodiscard]] Result<> save(const SavedViewId &id, std::int64_t version,
                              const Settings &settings);
  [[nodiscard]] Result<> rename(const SavedViewId &id, const QString &name);
  [[nodiscard]] Result<> share(const SavedViewId &id, const QString &group); ///< empty: nobody
  [[nodiscard]] Result<> remove(const SavedViewId &id);

private:
  [[nodiscard]] Result<> change(const char *statement,
                                std::initializer_list<store::Parameter> parameters);
  store::Session &m_session;
};

} // namespace tenantry::views
