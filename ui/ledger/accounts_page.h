// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/ledger/ledger_book.h"
#include <QAbstractTableModel>
#include <QStackedWidget>

namespace tenantry::ui {

class EmptyState;
class Label;
class TableView;

/// What each account came to in a month, dressed for CellDelegate.
class AccountRows : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column {
    AccountColumn,
    CurrencyColumn,
    OpeningColumn,
    DebitColumn,
    CreditColumn,
    ClosingColumn,
    EntriesColumn,
    ColumnCount
  };
  using QAbstractTableModel::QAbstractTableModel;

  /// `asOf` in words.
  void set(const std::vector<billing::AccountFigures> &figures, const QString &month,
           const QString &asOf);
  [[nodiscard]] const billing::AccountFigures *at(int row) const;

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  [[nodiscard]] QString help(const billing::AccountFigures &figures, int column) const;

  std::vector<billing::AccountFigures> m_figures;
  QString m_month;
  QString m_asOf;
};

/// The accounts of a month. One leads to its entries.
class AccountsPage : public QStackedWidget {
  Q_OBJECT

public:
  explicit AccountsPage(QWidget *parent = nullptr);

  void show(const models::BookFacts &facts, const Zone &zone);
  using QWidget::show;
  [[nodiscard]] TableView *table() const { return m_table; }

Q_SIGNALS:
  void entriesRequested(const QString &account, const QString &currency);

private:
  [[nodiscard]] QWidget *makeTable();

  AccountRows *m_rows;
  TableView *m_table;
  Label *m_sums;
  EmptyState *m_empty;
};

} // namespace tenantry::ui
