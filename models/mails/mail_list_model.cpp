// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mails/mail_list_model.h"

#include "services/business/mail_templates.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using automation::MailFilter;
using automation::MailListing;
using automation::MailRow;

namespace {

MailFilter mailFilterOf(const PagedListModel::ViewSettings &settings) {
  MailFilter filter;
  if (const auto state = automation::parseMailState(settings.value(u"state"_s)))
    filter.state = *state;
  filter.mailTemplate = settings.value(u"kind"_s);
  filter.search = settings.value(u"search"_s);
  return filter;
}

} // namespace

MailListModel::MailListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {
  setColumns(
      {{u"organization"_s, tr("Organization"),
        [](const MailRow &row) { return row.organizationName; }},
       {{}, tr("Recipient"), [](const MailRow &row) { return row.recipient; }},
       {u"subject"_s, tr("Subject"), [](const MailRow &row) { return row.subject; }},
       {u"kind"_s, tr("Kind"), [](const MailRow &row) { return row.mailTemplate; }},
       {u"state"_s, tr("State"), [](const MailRow &row) { return toString(row.state); }},
       {u"tries"_s, tr("Tries"), [](const MailRow &row) { return QString::number(row.attempts); }},
       {u"sent"_s, tr("Sent or due"),
        [](const MailRow &row) { return toIso(row.sentAt.value_or(row.dueAt)); }},
       {u"written"_s, tr("Written"), [](const MailRow &row) { return toIso(row.createdAt); }}},
      {{{}, tr("Last error"), [](const MailRow &row) { return row.lastError; }},
       {{}, tr("Language"), [](const MailRow &row) { return row.language; }},
       {{}, tr("Message-ID"), [](const MailRow &row) { return row.messageId; }}});
}

QStringList MailListModel::kinds() { return business::mailIds(); }

void MailListModel::setFilter(const MailFilter &filter) {
  if (filter == m_filter)
    return;
  m_filter = filter;
  restart(Matching::Other);
}

Qt::SortOrder MailListModel::sortOrder() const {
  return m_ascending ? Qt::AscendingOrder : Qt::DescendingOrder;
}

void MailListModel::sort(int column, Qt::SortOrder order) {
  if (column != WrittenColumn || order == sortOrder())
    return;
  m_ascending = order == Qt::AscendingOrder;
  restart();
}

PagedListModel::ViewSettings MailListModel::viewSettings() const {
  ViewSettings settings{{u"order"_s, m_ascending ? u"ascending"_s : u"descending"_s}};
  if (m_filter.state)
    settings[u"state"_s] = toString(*m_filter.state);
  if (!m_filter.mailTemplate.isEmpty())
    settings[u"kind"_s] = m_filter.mailTemplate;
  if (!m_filter.search.isEmpty())
    settings[u"search"_s] = m_filter.search;
  return settings;
}

void MailListModel::setViewSettings(const ViewSettings &settings) {
  const auto filter = mailFilterOf(settings);
  const bool ascending = settings.value(u"order"_s) == u"ascending"_s;
  if (filter == m_filter && ascending == m_ascending)
    return;
  const auto rows = filter == m_filter ? Matching::Same : Matching::Other;
  m_filter = filter;
  m_ascending = ascending;
  restart(rows);
}

Result<std::int64_t> MailListModel::countOf(store::Session &session, business::AppliedBusiness &,
                                            const ViewSettings &settings) {
  return MailListing(session).count(mailFilterOf(settings));
}

MailListModel::Reading MailListModel::reading() const {
  return [filter = m_filter,
          ascending = m_ascending](store::Session &session, business::AppliedBusiness &,
                                   const std::optional<automation::MailId> &after) -> Result<Page> {
    TENANTRY_TRY(page, MailListing(session).page({filter, ascending, pageSize, after}));
    return Page{std::move(page), {}};
  };
}

MailListModel::Counting MailListModel::counting() const {
  return [filter = m_filter](store::Session &session, business::AppliedBusiness &) {
    return MailListing(session).count(filter);
  };
}

} // namespace tenantry::models
