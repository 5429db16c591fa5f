// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/contradictions/contradiction_list_model.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using payments::Contradiction;
using payments::ContradictionCursor;
using payments::ContradictionFilter;
using payments::ContradictionListing;

namespace {

ContradictionFilter contradictionFilterOf(const PagedListModel::ViewSettings &settings) {
  return {payments::parseContradictionKind(settings.value(u"kind"_s)), settings.value(u"search"_s)};
}

} // namespace

ContradictionListModel::ContradictionListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent) {
  setColumns(
      {{u"customer"_s, tr("Organization"), [](const Contradiction &row) { return row.customer; }},
       {{}, tr("Invoice"), [](const Contradiction &row) { return row.number; }},
       {u"kind"_s, tr("Kind"), [](const Contradiction &row) { return toString(row.kind); }},
       {u"amount"_s, tr("Amount"),
        [](const Contradiction &row) {
          return row.amount ? row.amount->majorString() : QString();
        }},
       {{},
        tr("Currency"),
        [](const Contradiction &row) {
          return row.amount ? row.amount->currency().code() : QString();
        }},
       {u"code"_s, tr("The provider says"), [](const Contradiction &row) { return row.code; }},
       {u"since"_s, tr("Since"), [](const Contradiction &row) { return toIso(row.since); }}},
      {{{}, tr("At the provider"), [](const Contradiction &row) { return row.reference; }},
       {{}, tr("Id"), [](const Contradiction &row) { return row.idText(); }}});
}

void ContradictionListModel::setFilter(const ContradictionFilter &filter) {
  if (filter == m_filter)
    return;
  m_filter = filter;
  restart(Matching::Other);
}

PagedListModel::ViewSettings ContradictionListModel::viewSettings() const {
  ViewSettings settings;
  if (m_filter.kind)
    settings[u"kind"_s] = toString(*m_filter.kind);
  if (!m_filter.search.isEmpty())
    settings[u"search"_s] = m_filter.search;
  return settings;
}

void ContradictionListModel::setViewSettings(const ViewSettings &settings) {
  setFilter(contradictionFilterOf(settings));
}

Result<std::int64_t> ContradictionListModel::countOf(store::Session &session,
                                                     business::AppliedBusiness &,
                                                     const ViewSettings &settings) {
  return ContradictionListing(session).count(contradictionFilterOf(settings));
}

ContradictionListModel::Reading ContradictionListModel::reading() const {
  return [filter = m_filter](store::Session &session, business::AppliedBusiness &,
                             const std::optional<ContradictionCursor> &after) -> Result<Page> {
    TENANTRY_TRY(page, ContradictionListing(session).page(filter, pageSize, after));
    return Page{std::move(page), {}};
  };
}

ContradictionListModel::Counting ContradictionListModel::counting() const {
  return [filter = m_filter](store::Session &session, business::AppliedBusiness &) {
    return ContradictionListing(session).count(filter);
  };
}

ContradictionListModel::KeyOf ContradictionListModel::keyOf() const {
  return [](const Contradiction &row) { return row.idText(); };
}

} // namespace tenantry::models
