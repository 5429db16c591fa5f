// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/member_cells.h"
#include "models/organizations/member_list.h"
#include "ui/organizations/words.h"
#include "ui/widgets/cell_roles.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::MemberList;
using organizations::Membership;

namespace {

CellKind memberCellKind(int column) {
  switch (column) {
  case MemberList::PersonColumn:
    return CellKind::TwoLine;
  case MemberList::RoleColumn:
    return CellKind::Badge;
  case MemberList::SinceColumn:
  case MemberList::ExpiresColumn:
    return CellKind::Date;
  default:
    return CellKind::Text;
  }
}

Membership membershipOf(const QModelIndex &source) {
  return source.data(models::MembershipRole).value<Membership>();
}

} // namespace

void MemberCells::setSearch(const QString &text) {
  m_search = text;
  invalidateFilter();
}

bool MemberCells::filterAcceptsRow(int row, const QModelIndex &parent) const {
  const auto one = membershipOf(sourceModel()->index(row, 0, parent));
  const QString texts[] = {models::nameOf(one), one.email, one.teamName, roleWord(one.role)};
  return std::any_of(std::begin(texts), std::end(texts), [this](const QString &text) {
    return text.contains(m_search, Qt::CaseInsensitive);
  });
}

QVariant MemberCells::data(const QModelIndex &index, int role) const {
  if (role == KindRole)
    return int(memberCellKind(index.column()));
  const auto source = mapToSource(index);
  switch (index.column()) {
  case MemberList::PersonColumn:
    if (role == SecondLineRole) {
      const auto email = membershipOf(source).email;
      return email == source.data().toString() ? tr("No name") : email;
    }
    return role == PersonRole ? QVariant(true) : source.data(role);
  case MemberList::RoleColumn:
    return badgeCell({roleWord(membershipOf(source).role), Tone::Neutral, false}, role);
  case MemberList::SinceColumn:
    return role == DayRole ? QVariant::fromValue(m_zone.dayOf(membershipOf(source).assignedAt))
                           : QVariant();
  case MemberList::ExpiresColumn: {
    // Until the beginning of a day: the one before is the last of it.
    const auto expires = membershipOf(source).expiresAt;
    return role == DayRole && expires
               ? QVariant::fromValue(m_zone.dayOf(*expires - std::chrono::microseconds(1)))
               : QVariant();
  }
  default:
    return source.data(role);
  }
}

} // namespace tenantry::ui
