// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/timeline_cells.h"
#include "ui/organizations/change_words.h"
#include "ui/organizations/mail_words.h"
#include "ui/organizations/timeline_words.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::TimelineListModel;
using Kind = audit::TimelineId::Kind;

namespace {

TimelineText eventText(const audit::TimelineRow &row, const models::TimelineWords &words) {
  return timelineText({row.type, row.at, row.actor, row.payload}, words.names, QLocale());
}

} // namespace

QStringList TimelineCells::details(const audit::TimelineRow &row) const {
  switch (row.id.kind) {
  case Kind::Change:
    return changeLines(row, m_list.words().names, m_zone, QLocale());
  case Kind::Mail:
    return mailLines(row, m_zone, QLocale());
  case Kind::Event:
    break;
  }
  const auto amount = eventText(row, m_list.words()).amount;
  return amount.isEmpty() ? QStringList() : QStringList{amount};
}

TimelineText TimelineCells::text(const audit::TimelineRow &row) const {
  switch (row.id.kind) {
  case Kind::Change:
    return {changeHeadline(row), {}, u"note"_s, Tone::Neutral};
  case Kind::Mail:
    return mailText(row);
  case Kind::Event:
    break;
  }
  return eventText(row, m_list.words());
}

QVariant TimelineCells::what(const audit::TimelineRow &row, int role) const {
  const auto text = this->text(row);
  switch (role) {
  case Qt::DisplayRole:
    return text.what;
  case ToneRole:
    return int(text.tone);
  case IconRole:
    return text.icon;
  case SecondLineRole:
    return details(row).join(u" · "_s);
  case Qt::ToolTipRole:
    return details(row).join(u'\n');
  default:
    return {};
  }
}

CellKind TimelineCells::kind(int column) const {
  return column == TimelineListModel::WhatColumn ? CellKind::TwoLine : CellKind::Text;
}

QVariant TimelineCells::cell(const audit::TimelineRow &row, int column, int role) const {
  switch (column) {
  case TimelineListModel::AtColumn:
    return role == Qt::DisplayRole ? QVariant(formatInstant(row.at, m_zone, QLocale()))
                                   : QVariant();
  case TimelineListModel::WhatColumn:
    return what(row, role);
  default:
    if (role == Qt::ToolTipRole && !row.source.isEmpty())
      return tr("%1, through %2").arg(row.actor, row.source);
    return role == Qt::DisplayRole ? QVariant(row.actor) : QVariant();
  }
}

} // namespace tenantry::ui
