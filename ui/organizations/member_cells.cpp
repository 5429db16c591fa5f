// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/member_cells.h"
#include "ui/organizations/words.h"

namespace tenantry::ui {

using models::MemberList;
using organizations::Membership;

CellKind MemberCells::kind(int column) const {
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

QVariant MemberCells::cell(const Membership &row, int column, int role) const {
  switch (column) {
  case MemberList::PersonColumn: {
    const auto name = models::nameOf(row);
    if (role == SecondLineRole)
      return row.email == name ? tr("No name") : row.email;
    if (role == PersonRole)
      return true;
    return role == Qt::DisplayRole ? QVariant(name) : QVariant();
  }
  case MemberList::TeamColumn:
    return role == Qt::DisplayRole ? QVariant(row.teamName) : QVariant();
  case MemberList::RoleColumn:
    return badgeCell({roleWord(row.role), Tone::Neutral, false}, role);
  case MemberList::SinceColumn:
    return role == DayRole ? QVariant::fromValue(m_zone.dayOf(row.assignedAt)) : QVariant();
  case MemberList::ExpiresColumn:
    // Until the beginning of a day: the one before is the last of it.
    return role == DayRole && row.expiresAt
               ? QVariant::fromValue(m_zone.dayOf(*row.expiresAt - std::chrono::microseconds(1)))
               : QVariant();
  default:
    return {};
  }
}

} // namespace tenantry::ui
