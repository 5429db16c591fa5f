// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/preview_cells.h"
#include "ui/billing/finding_words.h"
#include "ui/widgets/cell_delegate.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::PreviewQuery;
using models::PreviewRow;

namespace {

/// A rise is worth a look, a fall more so: in billing neither is good by itself.
Tone changeTone(double change) { return change < 0 ? Tone::Danger : Tone::Warning; }

/// Who waits says so before what stands out besides.
QString findingWords(const PreviewRow &row) {
  QStringList parts;
  if (row.isHeld)
    parts += PreviewCells::tr("On hold");
  if (row.needsApproval)
    parts += PreviewCells::tr("Needs approval");
  if (const auto finding = findingText(row.finding, QLocale()); !finding.isEmpty())
    parts += finding;
  if (row.isReviewed)
    parts += PreviewCells::tr("Reviewed");
  return parts.join(u" · "_s);
}

QVariant findingCell(const PreviewRow &row, int role) {
  if (role != ToneRole && role != Qt::DisplayRole && role != Qt::ToolTipRole)
    return {};
  const auto words = findingWords(row);
  if (words.isEmpty() || role != ToneRole)
    return words.isEmpty() ? QVariant() : QVariant(words);
  return int(row.isHeld || row.needsApproval ? Tone::Warning
             : row.isReviewed                ? Tone::Neutral
                                             : findingTone(row.finding));
}

QVariant amountCell(std::int64_t amount, const PreviewRow &row, int role) {
  return role == MoneyRole && amount != 0 ? QVariant::fromValue(Money(amount, row.currency))
                                          : QVariant();
}

QVariant changeCell(const PreviewRow &row, int role) {
  const auto change = row.changeInPercent();
  if (role == ThresholdRole)
    return billing::findingPercent;
  if (role == ToneRole && change)
    return int(changeTone(*change));
  return role == DeltaRole && change ? QVariant(*change) : QVariant();
}

} // namespace

CellKind PreviewCells::kind(int column) const {
  switch (column) {
  case PreviewQuery::NameColumn:
    return CellKind::Text;
  case PreviewQuery::FindingColumn:
    return CellKind::Finding;
  case PreviewQuery::IssuedColumn:
    return CellKind::Date;
  case PreviewQuery::ChangeColumn:
    return CellKind::Delta;
  default:
    return CellKind::Money;
  }
}

QVariant PreviewCells::cell(const PreviewRow &row, int column, int role) const {
  switch (column) {
  case PreviewQuery::NameColumn:
    return role == Qt::DisplayRole ? QVariant(row.name) : QVariant();
  case PreviewQuery::FindingColumn:
    return findingCell(row, role);
  case PreviewQuery::IssuedColumn:
    return role == DayRole && row.issued ? QVariant::fromValue(*row.issued) : QVariant();
  case PreviewQuery::RecurringColumn:
    return amountCell(row.recurring, row, role);
  case PreviewQuery::UsageColumn:
    return amountCell(row.usage, row, role);
  case PreviewQuery::DiscountColumn:
    return amountCell(row.discount, row, role);
  case PreviewQuery::TaxColumn:
    return amountCell(row.tax, row, role);
  case PreviewQuery::TotalColumn:
    return role == StrongRole ? QVariant(true) : amountCell(row.total, row, role);
  case PreviewQuery::ChangeColumn:
    return changeCell(row, role);
  default:
    return {};
  }
}

QVariant PreviewCells::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole &&
      isRightAligned(kind(section)))
    return int(Qt::AlignRight | Qt::AlignVCenter);
  return RowCells::headerData(section, orientation, role);
}

} // namespace tenantry::ui
