// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/member_list.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using organizations::MemberFilter;
using organizations::MemberListing;
using organizations::MemberService;
using organizations::Membership;

namespace {

const QString memberSortKey = u"sort"_s, memberOrderKey = u"order"_s;

/// In the order of MemberSort, and so of the columns.
const QStringList memberColumns{u"member"_s, u"team"_s, u"role"_s, u"since"_s, u"expires"_s};

MemberFilter memberFilterOf(const PagedListModel::ViewSettings &settings) {
  return {OrganizationId::fromString(settings.value(u"organization"_s)),
          settings.value(u"search"_s), settings.value(u"role"_s)};
}

} // namespace

QString nameOf(const Membership &membership) {
  const auto name = u"%1 %2"_s.arg(membership.givenName, membership.familyName).trimmed();
  return name.isEmpty() ? membership.email : name;
}

organizations::NewMember again(const OrganizationId &organization, const Membership &membership) {
  return {organization,          membership.team, membership.email,       membership.givenName,
          membership.familyName, membership.role, membership.permissions, membership.expiresAt};
}

MemberList::MemberList(Connection &connection, QObject *parent) : PagedRows(connection, parent) {
  setColumns(
      {{memberColumns[PersonColumn], tr("Member"), nameOf},
       {{}, tr("E-mail"), [](const Membership &row) { return row.email; }},
       {memberColumns[TeamColumn], tr("Team"), [](const Membership &row) { return row.teamName; }},
       {memberColumns[RoleColumn], tr("Role"), [](const Membership &row) { return row.role; }},
       {memberColumns[SinceColumn], tr("Since"),
        [](const Membership &row) { return toIso(row.assignedAt); }},
       {memberColumns[ExpiresColumn], tr("Expires"),
        [](const Membership &row) { return row.expiresAt ? toIso(*row.expiresAt) : QString(); }}});
}

void MemberList::show(const OrganizationId &organization) {
  if (organization == m_filter.organization)
    return;
  m_filter = {organization, {}, {}};
  forget();
  restart(Matching::Other);
}

bool MemberList::isOf(const ViewSettings &settings) const {
  return memberFilterOf(settings).organization == m_filter.organization;
}

bool MemberList::isFiltered() const {
  return !m_filter.search.isEmpty() || !m_filter.role.isEmpty();
}

PagedListModel::ViewSettings MemberList::viewSettings() const {
  ViewSettings settings{{u"organization"_s, m_filter.organization.toString()},
                        {memberSortKey, memberColumns[int(m_sort)]},
                        {memberOrderKey, m_ascending ? u"ascending"_s : u"descending"_s}};
  if (!m_filter.search.isEmpty())
    settings[u"search"_s] = m_filter.search;
  if (!m_filter.role.isEmpty())
    settings[u"role"_s] = m_filter.role;
  return settings;
}

void MemberList::setViewSettings(const ViewSettings &settings) {
  auto filter = memberFilterOf(settings);
  filter.organization = m_filter.organization;
  const auto at = memberColumns.indexOf(settings.value(memberSortKey));
  const auto sort = at < 0 ? organizations::MemberSort::Team : organizations::MemberSort(at);
  const bool ascending = settings.value(memberOrderKey) != u"descending"_s;
  if (filter == m_filter && sort == m_sort && ascending == m_ascending)
    return;
  const auto rows = filter == m_filter ? Matching::Same : Matching::Other;
  m_filter = filter;
  m_sort = sort;
  m_ascending = ascending;
  restart(rows);
}

Result<std::int64_t> MemberList::countOf(store::Session &session, business::AppliedBusiness &,
                                         const ViewSettings &settings) {
  return MemberListing(session).count(memberFilterOf(settings));
}

int MemberList::sortColumn() const { return int(m_sort); }

Qt::SortOrder MemberList::sortOrder() const {
  return m_ascending ? Qt::AscendingOrder : Qt::DescendingOrder;
}

void MemberList::sort(int column, Qt::SortOrder order) {
  auto settings = viewSettings();
  settings[memberSortKey] = memberColumns.value(column);
  settings[memberOrderKey] = order == Qt::AscendingOrder ? u"ascending"_s : u"descending"_s;
  setViewSettings(settings);
}

MemberList::Reading MemberList::reading() const {
  return [filter = m_filter, sort = m_sort, ascending = m_ascending](
             store::Session &session, business::AppliedBusiness &business,
             const std::optional<organizations::MemberCursor> &after) -> Result<Page> {
    TENANTRY_TRY(page, MemberListing(session).page({filter, sort, ascending, pageSize, after}));
    TENANTRY_TRY(applied, business.current(session));
    MemberWords words;
    for (const auto &[role, described] : applied->business.roles)
      words.roles += role;
    return Page{std::move(page), std::move(words)};
  };
}

MemberList::Counting MemberList::counting() const {
  return [filter = m_filter](store::Session &session, business::AppliedBusiness &) {
    return MemberListing(session).count(filter);
  };
}

MemberList::KeyOf MemberList::keyOf() const {
  return [](const Membership &row) { return row.id.toString(QUuid::WithoutBraces); };
}

void MemberList::remove(const Membership &membership) {
  whenDone(connection().work([id = organization(), membership](
                                 store::Session &session, business::AppliedBusiness &business) {
    return MemberService(session, business).removeMember(id, membership.team, membership.email);
  }),
           this, [this, membership](const Result<> &done) {
             if (!done)
               return Q_EMIT failed(done.error());
             refresh();
             Q_EMIT removed(membership);
           });
}

void MemberList::addAgain(const Membership &membership) {
  whenDone(connection().work([added = again(organization(), membership)](
                                 store::Session &session, business::AppliedBusiness &business) {
    return MemberService(session, business).addMember(added);
  }),
           this, [this, membership](const Result<MemberId> &done) {
             if (!done)
               return Q_EMIT failed(done.error());
             refresh();
             Q_EMIT addedAgain(membership);
           });
}

} // namespace tenantry::models
