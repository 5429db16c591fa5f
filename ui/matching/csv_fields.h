// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/money.h"
#include "services/core/result.h"
#include <QWidget>

class QLineEdit;

namespace tenantry::ui {

class FormField;

/// What a bank's CSV may not say of itself: of which account it is, and in which currency.
class CsvFields : public QWidget {
  Q_OBJECT

public:
  explicit CsvFields(QWidget *parent = nullptr);

  void setCurrency(Currency currency);
  /// Beside the field that it is about; false: it is about neither.
  bool showError(const Error &error);
  void clearErrors();
  [[nodiscard]] QLineEdit *account() const { return m_account; }
  [[nodiscard]] QLineEdit *currency() const { return m_currency; }
  [[nodiscard]] QString error() const { return m_said; } ///< what stands beside a field

Q_SIGNALS:
  void accountGiven(const QString &account);
  void currencyGiven(tenantry::Currency currency); ///< a null one: none

private:
  void takeCurrency();

  QLineEdit *m_account, *m_currency;
  FormField *m_accountField, *m_currencyField;
  QString m_said;
};

} // namespace tenantry::ui
