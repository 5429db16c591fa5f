// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_view.h"
#include "ui/shell/place.h"
#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace tenantry::ui {

class EmptyState;
class InvoiceInspector;
class PaperView;
class SectionHeader;

/// A stored invoice or credit note: its paper as the customer has it, and its lines to explain.
class InvoicePage : public QWidget {
  Q_OBJECT

public:
  explicit InvoicePage(models::Connection &connection, QWidget *parent = nullptr);

  enum class Shows { Invoice, CreditNote };
  void show(const QString &number, Shows what = Shows::Invoice);
  void reload();
  [[nodiscard]] const QString &number() const { return m_number; }
  [[nodiscard]] const models::InvoiceSheet *sheet() const { return m_invoice.sheet(); }
  [[nodiscard]] bool isSettled() const;
  [[nodiscard]] InvoiceInspector *inspector() const { return m_inspector; }

Q_SIGNALS:
  void backRequested();
  void creditRequested();
  void placeRequested(const tenantry::ui::Place &place);
  void explainRequested(const tenantry::billing::StoredLine &line);
  void settled();
  void shown(); ///< there is a sheet, or there is none any more

private:
  void showSheet();
  void showPaper();
  void showError(const Error &error);
  void savePaper();

  models::InvoiceView m_invoice;
  QString m_number;
  Shows m_shows = Shows::Invoice;
  SectionHeader *m_header;
  QPushButton *m_save;
  PaperView *m_paper;
  EmptyState *m_state;
  QStackedWidget *m_pages;
  InvoiceInspector *m_inspector;
};

} // namespace tenantry::ui
