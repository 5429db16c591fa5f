// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mails/mail_cells.h"
#include "ui/mails/outbox_words.h"
#include "ui/widgets/format.h"

namespace tenantry::ui {

using automation::MailRow;
using models::MailListModel;

namespace {

QVariant ownerCell(const MailRow &row, int role) {
  if (role == Qt::DisplayRole)
    return row.organizationName;
  return role == SecondLineRole ? QVariant(row.recipient) : QVariant();
}

/// What failed says why.
QVariant stateCell(const MailRow &row, int role) {
  if (role == Qt::ToolTipRole)
    return row.lastError.isEmpty() ? QVariant() : QVariant(row.lastError);
  return badgeCell(mailLook(row.state), role);
}

QVariant textCell(const QString &text, int role) {
  return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(text) : QVariant();
}

} // namespace

CellKind MailCells::kind(int column) const {
  switch (column) {
  case MailListModel::OrganizationColumn:
    return CellKind::TwoLine;
  case MailListModel::StateColumn:
    return CellKind::Badge;
  case MailListModel::TriesColumn:
    return CellKind::Number;
  default:
    return CellKind::Text;
  }
}

QVariant MailCells::cell(const MailRow &row, int column, int role) const {
  switch (column) {
  case MailListModel::OrganizationColumn:
    return ownerCell(row, role);
  case MailListModel::SubjectColumn:
    return textCell(row.subject, role);
  case MailListModel::KindColumn:
    return textCell(mailKindWord(row.mailTemplate), role);
  case MailListModel::StateColumn:
    return stateCell(row, role);
  case MailListModel::TriesColumn:
    return role == NumberRole ? QVariant(qint64(row.attempts)) : QVariant();
  case MailListModel::SentColumn:
    return textCell(mailTimeWord(row, m_zone, QLocale()), role);
  case MailListModel::WrittenColumn:
    return textCell(formatInstant(row.createdAt, m_zone, QLocale()), role);
  default:
    return {};
  }
}

} // namespace tenantry::ui
