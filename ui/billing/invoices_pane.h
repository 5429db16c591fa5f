// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_view.h"
#include "models/billing/issued_invoices_model.h"
#include "ui/lists/list_pane.h"

class QStackedWidget;

namespace tenantry::ui {

class ExplainPage;
class InvoiceInspector;
class InvoiceOffers;
class InvoicePage;

/// Every issued invoice: what waits for money, what is overdue, one by its number. The selected one
/// stands beside the list; it and the events behind its lines open in its place.
class InvoicesPane : public ListPane {
  Q_OBJECT

public:
  InvoicesPane(models::Connection &connection, models::RunningWork &work,
               QWidget *parent = nullptr);

  [[nodiscard]] QString heading() const override;
  [[nodiscard]] QChar letter() const override { return u'I'; }
  /// It counts those that are overdue.
  [[nodiscard]] Tone countTone() const override { return Tone::Warning; }
  [[nodiscard]] bool holds(const Place &place) const override;
  void open(const Place &place) override;
  [[nodiscard]] std::optional<Place> outermost() const override;
  void reload() override;
  bool stepBack() override;
  void keepIn(ListMemory &memory) override;
  void keepDraftsIn(models::DraftStore &drafts) override;
  [[nodiscard]] QList<QWidget *> areas() override;
  [[nodiscard]] bool isSettled() const override;
  [[nodiscard]] QList<Part> partsOf(const Place &record, const QString &number) const override;
  [[nodiscard]] bool isShowing(const Place &record) const override;

  void setFilter(const models::IssuedInvoicesFilter &filter) { m_list.setFilter(filter); }
  [[nodiscard]] models::IssuedInvoicesModel &list() { return m_list; }
  [[nodiscard]] InvoiceOffers *offers() const { return m_offers; }

protected:
  bool stopBeside() override { return m_chosen.stop(); }
  void showFilter() override;
  [[nodiscard]] models::PagedListModel::ViewSettings filterOf(const Place &place) const override;
  [[nodiscard]] EmptyStateContent noMatch() const override;
  void act(EmptyState::Kind kind) override;

private:
  InvoicesPane(models::Connection &connection, models::RunningWork &work,
               models::IssuedInvoicesModel *list, QWidget *parent);
  [[nodiscard]] static ListSpec specOf(const InvoicesPane *pane);
  [[nodiscard]] static ListTable tableOf();
  void connectList();
  void choose(const QString &key); ///< of a row
  void meet(const QModelIndex &row);
  [[nodiscard]] QString organizationWord(const QString &id) const;
  void connectPages();
  [[nodiscard]] const models::InvoiceSheet *looked() const;
  void explain(const models::InvoiceSheet *sheet, const billing::StoredLine &line);
  void openLine(const Place &place);
  [[nodiscard]] Place beforeExplain() const;
  [[nodiscard]] Place listPlace() const; ///< as it is narrowed
  void leavePage();

  models::IssuedInvoicesModel &m_list;
  models::InvoiceView m_chosen;
  InvoiceInspector *m_inspector;
  InvoicePage *m_invoicePage;
  ExplainPage *m_explainPage;
  QStackedWidget *m_pages;
  InvoiceOffers *m_offers = nullptr;
  QWidget *m_explaining = nullptr;    ///< the page that asks for a line to be explained
  QWidget *m_beforeExplain = nullptr; ///< the page that did; null: a link
  Place m_explained;                  ///< what the page of a line shows
  QString m_whose;                    ///< id of the organization of the current row
  QHash<QString, QString> m_names;    ///< of organizations that were met, by id
};

} // namespace tenantry::ui
