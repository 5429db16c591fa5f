// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/timeline_list_model.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using audit::TimelineRow;

namespace {

QString asKept(const nlohmann::json &value) {
  if (value.is_null())
    return {};
  return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

/// "invoice.paid", "mail.payment-receipt", "invoice.update".
QString keptName(const TimelineRow &row) {
  switch (row.id.kind) {
  case audit::TimelineId::Kind::Event:
    return row.type;
  case audit::TimelineId::Kind::Mail:
    return u"mail."_s + row.type;
  case audit::TimelineId::Kind::Change:
    break;
  }
  return u"%1.%2"_s.arg(row.type, row.operation);
}

/// "email: a@x.example → b@x.example; …".
QString changesAsKept(const TimelineRow &row) {
  QStringList changes;
  for (const auto &change : row.changes)
    changes += row.operation == u"update"
                   ? u"%1: %2 → %3"_s.arg(change.field, asKept(change.before), asKept(change.after))
                   : u"%1: %2"_s.arg(change.field,
                                     asKept(change.after.is_null() ? change.before : change.after));
  return changes.join(u"; "_s);
}

/// In the order of What.
const QStringList whatKeys{QString(), u"events"_s, u"money"_s, u"mails"_s, u"changes"_s};
const QString whatSetting = u"show"_s, organizationSetting = u"organization"_s,
              invoiceSetting = u"invoice"_s;

audit::TimelineScope scopeOf(const PagedListModel::ViewSettings &settings) {
  audit::TimelineScope scope;
  scope.organization = OrganizationId::fromString(settings.value(organizationSetting));
  if (const auto invoice = InvoiceId::fromString(settings.value(invoiceSetting)); !invoice.isNull())
    scope.invoice = invoice;
  scope.what = TimelineListModel::whatOf(settings.value(whatSetting));
  return scope;
}

} // namespace

TimelineListModel::TimelineListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {
  setColumns({{u"what"_s, tr("What"), keptName},
              {{},
               tr("Details"),
               [](const TimelineRow &row) {
                 return row.is(audit::TimelineId::Kind::Change) ? changesAsKept(row)
                                                                : asKept(row.payload);
               }},
              {u"at"_s, tr("When"), [](const TimelineRow &row) { return toIso(row.at); }},
              {u"actor"_s, tr("By"), [](const TimelineRow &row) { return row.actor; }}});
}

void TimelineListModel::show(const OrganizationId &organization,
                             const std::optional<InvoiceId> &invoice) {
  if (organization == m_scope.organization && invoice == m_scope.invoice && generation() != 0)
    return;
  m_scope = {organization, invoice};
  forget();
  restart(Matching::Other);
}

void TimelineListModel::setWhat(audit::TimelineScope::What what) {
  if (what == m_scope.what)
    return;
  m_scope.what = what;
  restart(Matching::Other);
}

QString TimelineListModel::whatKey(audit::TimelineScope::What what) {
  return whatKeys.value(int(what));
}

audit::TimelineScope::What TimelineListModel::whatOf(const QString &key) {
  return audit::TimelineScope::What(std::max(qsizetype(0), whatKeys.indexOf(key)));
}

PagedListModel::ViewSettings TimelineListModel::viewSettings() const {
  ViewSettings settings;
  if (isFiltered())
    settings[whatSetting] = whatKey(m_scope.what);
  if (!m_scope.organization.isNull())
    settings[organizationSetting] = m_scope.organization.toString();
  if (m_scope.invoice)
    settings[invoiceSetting] = m_scope.invoice->toString();
  return settings;
}

void TimelineListModel::setViewSettings(const ViewSettings &settings) {
  setWhat(whatOf(settings.value(whatSetting)));
}

bool TimelineListModel::isOf(const ViewSettings &settings) const {
  const auto scope = scopeOf(settings);
  return scope.organization == m_scope.organization && scope.invoice == m_scope.invoice;
}

Result<std::int64_t> TimelineListModel::countOf(store::Session &session,
                                                business::AppliedBusiness &,
                                                const ViewSettings &settings) {
  return audit::Timeline(session, scopeOf(settings)).count();
}

TimelineListModel::Reading TimelineListModel::reading() const {
  return [scope = m_scope](store::Session &session, business::AppliedBusiness &business,
                           const std::optional<audit::TimelineCursor> &after) -> Result<Page> {
    TENANTRY_TRY(applied, business.current(session));
    TENANTRY_TRY(page, audit::Timeline(session, scope).page(pageSize, after));
    TENANTRY_TRY(names, catalogNames(session, *applied));
    TimelineWords words{std::move(names), page.showsChanges};
    return Page{std::move(page), std::move(words)};
  };
}

TimelineListModel::Counting TimelineListModel::counting() const {
  return [scope = m_scope](store::Session &session, business::AppliedBusiness &) {
    return audit::Timeline(session, scope).count();
  };
}

} // namespace tenantry::models
