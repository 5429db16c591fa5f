// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QLineEdit;

namespace tenantry::ui {

class FormField;

/// What cannot be undone is confirmed by typing something of it: how many, or whose.
class TypedConfirmation : public QWidget {
  Q_OBJECT

public:
  explicit TypedConfirmation(const QString &label, QWidget *parent = nullptr);

  /// What is to be typed; says so. Empty: nothing confirms it.
  void setExpected(const QString &expected);
  [[nodiscard]] bool isGiven() const;
  [[nodiscard]] QLineEdit *input() const { return m_typed; }

Q_SIGNALS:
  void edited();

private:
  QLineEdit *m_typed;
  FormField *m_field;
  QString m_expected;
};

} // namespace tenantry::ui
