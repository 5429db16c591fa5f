// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/forms/field_spec.h"
#include <QWidget>

namespace tenantry::ui {

/// What a field is written with. Its value is the text that the form keeps, whatever the locale;
/// what cannot be understood is the text as it was written.
class FieldEditor : public QObject {
  Q_OBJECT

public:
  /// Lives as long as its input.
  [[nodiscard]] static FieldEditor *make(const FieldSpec &field);

  [[nodiscard]] QWidget *input() const { return m_input; }
  [[nodiscard]] virtual QString value() const = 0;
  virtual void setValue(const QString &value) = 0; ///< says nothing
  virtual void setReadOnly(bool readOnly) = 0;
  virtual void setChoices(const QList<FieldChoice> &) {}

Q_SIGNALS:
  void edited();

protected:
  explicit FieldEditor(QWidget *input) : QObject(input), m_input(input) {}

private:
  QWidget *m_input;
};

} // namespace tenantry::ui
