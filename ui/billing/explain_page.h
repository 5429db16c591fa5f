// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/evidence_model.h"
#include "models/billing/invoice_view.h"
#include <QWidget>

class QStackedWidget;

namespace tenantry::ui {

class Card;
class EmptyState;
class EvidenceCells;
class SectionHeader;
class TableView;

/// Why a usage line costs what it does: the steps of its price, and every event it counted.
class ExplainPage : public QWidget {
  Q_OBJECT

public:
  explicit ExplainPage(models::Connection &connection, QWidget *parent = nullptr);

  void show(const models::InvoiceSheet &sheet, const billing::StoredLine &line);
  [[nodiscard]] bool isSettled() const { return !m_events.isFetching(); }

Q_SIGNALS:
  void backRequested();
  void settled();

private:
  void setUpTable();
  void showSteps(const models::InvoiceSheet &sheet, const billing::StoredLine &line);
  void showState();
  void reportVisibleRows();

  models::EvidenceModel m_events;
  EvidenceCells *m_cells;
  SectionHeader *m_header;
  Card *m_steps;
  TableView *m_table;
  EmptyState *m_empty;
  QStackedWidget *m_pages;
};

} // namespace tenantry::ui
