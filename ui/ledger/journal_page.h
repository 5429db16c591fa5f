// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/ledger/journal_list_model.h"
#include "models/ledger/journal_view.h"
#include "models/ledger/ledger_book.h"
#include "ui/lists/list_page.h"

namespace tenantry::ui {

class TransactionInspector;

/// The journal: entries by their days, narrowed by month, account, currency, organization or
/// document, and beside them the transaction that the chosen one belongs to.
class JournalPage : public ListPage {
  Q_OBJECT

public:
  JournalPage(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  void setFilter(const billing::JournalFilter &filter) { m_list.setFilter(filter); }
  /// The month that the pane looks at; of a filter that was kept it takes the place.
  void setMonth(std::chrono::year_month month);
  /// The same where nobody narrowed the list in another way.
  void proposeMonth(std::chrono::year_month month);
  /// What may be chosen.
  void setCurrencies(const std::vector<Currency> &currencies) { m_currencies = currencies; }
  void setMonths(const std::vector<billing::BookMonth> &months) { m_months = months; }
  [[nodiscard]] bool isSettled() const override;
  [[nodiscard]] models::JournalListModel &list() { return m_list; }
  [[nodiscard]] models::JournalView &chosen() { return m_chosen; }
  [[nodiscard]] QList<QWidget *> areas() const override;

Q_SIGNALS:
  void monthChosen(std::chrono::year_month month);

protected:
  bool stopBeside() override { return m_chosen.stop(); }
  void showCount() override;
  void widen() override;
  [[nodiscard]] EmptyStateContent none() const override;

private:
  JournalPage(models::Connection &connection, models::RunningWork &work,
              models::JournalListModel *list, QWidget *pane);
  [[nodiscard]] static ListSpec specOf(const JournalPage *page);
  [[nodiscard]] static ListTable tableOf();
  [[nodiscard]] static QList<FilterOffer> filtersOf(const JournalPage *page);
  void connectList();
  void connectChosen();
  void meet(const QModelIndex &row);

  models::JournalListModel &m_list;
  models::JournalView m_chosen;
  std::vector<Currency> m_currencies;
  std::vector<billing::BookMonth> m_months;
  std::optional<std::chrono::year_month> m_month; ///< that the pane looks at
  QString m_whose;                                ///< the organization of the entry chosen last
  QMap<QString, QString> m_names;                 ///< of organizations by their ids
  TransactionInspector *m_inspector;
};

} // namespace tenantry::ui
