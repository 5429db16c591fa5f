// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/money.h"
#include "ui/forms/field_editor.h"

class QLineEdit;

namespace tenantry::ui {

/// An amount, right aligned, with its currency in a box of its own before it. The value is the
/// amount in whole units with a point, "1234.56".
class MoneyEditor : public FieldEditor {
  Q_OBJECT

public:
  explicit MoneyEditor(const QString &currency);

  /// What is typed in then is in another one; what stands there stays as text.
  void setCurrency(Currency currency);
  [[nodiscard]] QString value() const override;
  void setValue(const QString &value) override;
  void setReadOnly(bool readOnly) override;

private:
  Currency m_currency;
  QLineEdit *m_code;
  QLineEdit *m_amount;
};

} // namespace tenantry::ui
