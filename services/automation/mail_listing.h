// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/automation/values.h"
#include "services/core/page.h"
#include "services/store/session.h"

namespace tenantry::automation {

/// A mail of the outbox, and whose it is.
struct MailRow : Mail {
  QString organizationName;
};

/// What narrows the outbox.
struct MailFilter {
  std::optional<MailState> state{}; ///< none: all
  QString mailTemplate{};           ///< empty: any
  QString search{};                 ///< a part of organization, recipient or subject; empty: all
  bool operator==(const MailFilter &) const = default;
};

struct MailPageQuery {
  MailFilter filter{};
  bool ascending = false; ///< false: what was written last comes first
  int pageSize = 100;
  std::optional<MailId> after{}; ///< the last row before the page; none: the first page
};

using MailPage = PageOf<MailRow, MailId>;

/// Pages of the outbox over all organizations, in the order in which mails were written.
class MailListing {
public:
  static constexpr int mostRows = 200;
  static constexpr std::int64_t countLimit = 10'000;

  explicit MailListing(store::Session &session) : m_session(session) {}

  [[nodiscard]] Result<MailPage> page(const MailPageQuery &query); ///< error `list.page_size`
  /// Over all pages; at most countLimit + 1, which means “more than countLimit”.
  [[nodiscard]] Result<std::int64_t> count(const MailFilter &filter);
  /// In no order; those that do not exist are left out.
  [[nodiscard]] Result<std::vector<MailRow>> byIds(const std::vector<MailId> &ids);
  [[nodiscard]] Result<MailRow> find(const MailId &id); ///< error `mail.not_found`

private:
  store::Session &m_session;
};

} // namespace tenantry::automation
