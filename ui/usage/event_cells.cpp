// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/event_cells.h"
#include "ui/organizations/words.h"
#include "ui/usage/outcome_words.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::EventListModel;
using usage::EventRow;

namespace {

Tone markTone(const EventRow &row) {
  return !row.corrects.isEmpty() ? Tone::Info : row.isLate ? Tone::Warning : Tone::Neutral;
}

} // namespace

QString markWord(const EventRow &row) {
  if (!row.corrects.isEmpty())
    return row.isLate ? EventCells::tr("Correction, late") : EventCells::tr("Correction");
  if (row.corrected < 0)
    return row.isLate ? EventCells::tr("Late, corrected") : EventCells::tr("Corrected");
  return row.isLate ? EventCells::tr("Late") : QString();
}

CellKind EventCells::kind(int column) const {
  return column == EventListModel::MarkColumn || column == EventListModel::OutcomeColumn
             ? CellKind::Badge
             : CellKind::Text;
}

/// Most events have no mark: that is nothing, not an unknown one.
CellKind EventCells::kindAt(const QModelIndex &source) const {
  if (source.column() == EventListModel::MarkColumn)
    if (const auto row = source.data(EventListModel::RowRole);
        row.isValid() && markWord(row.value<EventRow>()).isEmpty())
      return CellKind::Text;
  return kind(source.column());
}

bool EventCells::isQuantity(int column) const { return column == EventListModel::QuantityColumn; }

QString EventCells::quantity(std::int64_t quantity) const {
  int decimals = 0;
  if (const auto *words = m_list.words())
    if (const auto metric = words->metrics.find(words->metric); metric != words->metrics.end())
      decimals = metric->second.decimals;
  return formatQuantity(quantity, decimals, QLocale());
}

QString EventCells::text(const EventRow &row, int column) const {
  const Zone zone = m_list.words() ? m_list.words()->zone : Zone();
  switch (column) {
  case EventListModel::OccurredColumn:
    return formatInstant(row.occurredAt, zone, QLocale());
  case EventListModel::QuantityColumn:
    return quantity(row.quantity);
  case EventListModel::KeyColumn:
    return row.key;
  case EventListModel::DimensionsColumn:
    return models::dimensionsText(row.dimensions);
  case EventListModel::RecordedColumn:
    return formatInstant(row.recordedAt, zone, QLocale());
  default:
    return {};
  }
}

QString EventCells::markHint(const EventRow &row) const {
  QStringList sentences;
  if (!row.corrects.isEmpty())
    sentences += tr("It corrects the event “%1”.").arg(row.corrects);
  if (row.isLate)
    sentences += tr("It came when its period was over.");
  if (row.corrected < 0)
    sentences += tr("Corrections took %1 from it.").arg(quantity(-row.corrected));
  return sentences.join(u' ');
}

QVariant EventCells::cell(const EventRow &row, int column, int role) const {
  if (column == EventListModel::OutcomeColumn)
    return badgeCell({outcomeWord(row.outcome), outcomeTone(row.outcome.kind), true}, role);
  if (column == EventListModel::MarkColumn) {
    if (role == Qt::ToolTipRole)
      return markHint(row);
    const auto word = markWord(row);
    return word.isEmpty() ? QVariant() : badgeCell({word, markTone(row), false}, role);
  }
  return role == Qt::DisplayRole ? QVariant(text(row, column)) : QVariant();
}

QVariant EventCells::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal && role == Qt::ToolTipRole) {
    switch (section) {
    case EventListModel::QuantityColumn:
      return tr("As it was reported; a correction is below zero.");
    case EventListModel::OutcomeColumn:
      return tr("The invoice that has it, or what will become of it.");
    default:
      break;
    }
  }
  return RowCells::headerData(section, orientation, role);
}

} // namespace tenantry::ui
