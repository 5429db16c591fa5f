// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/charge_act.h"
#include "models/forms/form.h"
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace tenantry::ui {

class MoneyEditor;

/// One line of what is sold once, as it is typed: what, how many, and the price of one.
class ChargeLine : public QWidget {
  Q_OBJECT

public:
  explicit ChargeLine(Currency currency, QWidget *parent = nullptr);

  [[nodiscard]] bool isEmpty() const; ///< nothing is typed but how many
  /// Nothing: a number in it cannot be read.
  [[nodiscard]] std::optional<billing::OneOffLine> line() const;
  [[nodiscard]] models::FormValues typed(const QString &prefix) const;
  void setTyped(const models::FormValues &typed, const QString &prefix);
  void setRemovable(bool removable);
  void takeFocus();
  [[nodiscard]] QLineEdit *description() const { return m_description; }
  [[nodiscard]] QLineEdit *quantity() const { return m_quantity; }
  [[nodiscard]] MoneyEditor *price() const { return m_price; }

Q_SIGNALS:
  void edited();
  void removeRequested();

private:
  const Currency m_currency;
  QLineEdit *m_description;
  QLineEdit *m_quantity;
  MoneyEditor *m_price;
  QPushButton *m_remove;
};

} // namespace tenantry::ui
