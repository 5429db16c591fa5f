// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/mail_listing.h"

#include "services/automation/repository.h"
#include "services/core/greatest_id.h"
#include "services/organizations/listing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::automation {

namespace {

constexpr int ownerNameColumn = 19; // after those of the mail

MailRow rowOf(const store::Row &row) { return {mailOf(row), row.get<QString>(ownerNameColumn)}; }

/// Which statement reads so narrowed, between its beginning and its end.
QByteArray narrowing(const MailFilter &filter) {
  if (!filter.search.trimmed().isEmpty())
    return "_found";
  if (filter.state && !filter.mailTemplate.isEmpty())
    return "_of_state_and_template";
  if (filter.state)
    return "_of_state";
  return filter.mailTemplate.isEmpty() ? "" : "_of_template";
}

template <typename... More>
Result<store::Rows> read(store::Session &session, const QByteArray &beginning, const char *end,
                         const MailFilter &filter, const More &...more) {
  const auto narrowed = narrowing(filter);
  const QByteArray name = beginning + narrowed + end;
  const store::Parameter state{"state", filter.state ? toString(*filter.state) : QString()};
  const store::Parameter kind{"template", filter.mailTemplate};
  auto &database = session.database;
  if (narrowed == "_found")
    return database.query(
        name.constData(),
        {{"pattern", organizations::searchPattern(filter.search.trimmed())}, state, kind, more...});
  if (narrowed == "_of_state_and_template")
    return database.query(name.constData(), {state, kind, more...});
  if (narrowed == "_of_state")
    return database.query(name.constData(), {state, more...});
  if (narrowed == "_of_template")
    return database.query(name.constData(), {kind, more...});
  return database.query(name.constData(), {more...});
}

} // namespace

Result<MailPage> MailListing::page(const MailPageQuery &query) {
  if (query.pageSize < 1 || query.pageSize > mostRows)
    return fail(u"list.page_size"_s, u"A page has 1 to %1 rows."_s.arg(mostRows));
  const auto beyond = query.after.value_or(query.ascending ? MailId() : MailId(greatestId));
  const store::Parameter after{"beyond", beyond};
  const store::Parameter most{"count", query.pageSize + 1}; // one more tells whether more follow
  TENANTRY_TRY(rows, read(m_session, "mails", query.ascending ? "_ascending" : "_descending",
                          query.filter, after, most));
  MailPage page;
  for (int i = 0; i < std::min(query.pageSize, rows.size()); ++i)
    page.rows.push_back(rowOf(rows[i]));
  if (rows.size() > query.pageSize)
    page.next = page.rows.back().id;
  return page;
}

Result<std::int64_t> MailListing::count(const MailFilter &filter) {
  const store::Parameter most{"most", countLimit + 1};
  TENANTRY_TRY(rows, read(m_session, "mails_counted", "", filter, most));
  return rows[0].get<std::int64_t>(0);
}

Result<std::vector<MailRow>> MailListing::byIds(const std::vector<MailId> &ids) {
  TENANTRY_TRY(rows, m_session.database.query("mails_of_ids", {{"mails", ids}}));
  std::vector<MailRow> found;
  for (const auto row : rows)
    found.push_back(rowOf(row));
  return found;
}

Result<MailRow> MailListing::find(const MailId &id) {
  TENANTRY_TRY(found, byIds({id}));
  if (found.empty())
    return fail(u"mail.not_found"_s, u"There is no mail %1."_s.arg(id.toString()));
  return std::move(found.front());
}

} // namespace tenantry::automation
